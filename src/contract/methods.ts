import type { MethodsOf } from './method-record.ts';
import { ANALYSIS_METHODS } from './methods/analyses.ts';
import { COHORT_METHODS } from './methods/cohorts.ts';
import { EXPLORE_METHODS } from './methods/explore.ts';
import { IMPORT_METHODS } from './methods/imports.ts';
import { MEASURE_METHODS } from './methods/measures.ts';
import { PROJECT_METHODS } from './methods/project.ts';
import { QUALITY_METHODS } from './methods/quality.ts';
import { REPORT_METHODS } from './methods/reports.ts';
import { ROW_METHODS } from './methods/rows.ts';
import { SESSION_METHODS } from './methods/session.ts';
import { TABLE_METHODS } from './methods/tables.ts';
import type { Session } from './session.ts';
import type { Workbench } from './workbench.ts';

/** Every method of the contract. The compiler holds it complete against the interfaces. */
export const METHODS = {
  ...SESSION_METHODS,
  ...PROJECT_METHODS,
  ...IMPORT_METHODS,
  ...ROW_METHODS,
  ...QUALITY_METHODS,
  ...COHORT_METHODS,
  ...EXPLORE_METHODS,
  ...TABLE_METHODS,
  ...MEASURE_METHODS,
  ...ANALYSIS_METHODS,
  ...REPORT_METHODS,
} satisfies MethodsOf<Workbench & Session>;

export type MethodName = keyof typeof METHODS;
