import type { AnalysisMethods } from './methods/analyses.ts';
import type { CohortMethods } from './methods/cohorts.ts';
import type { ExploreMethods } from './methods/explore.ts';
import type { ImportMethods } from './methods/imports.ts';
import type { MeasureMethods } from './methods/measures.ts';
import type { ProjectMethods } from './methods/project.ts';
import type { QualityMethods } from './methods/quality.ts';
import type { ReportMethods } from './methods/reports.ts';
import type { RowMethods } from './methods/rows.ts';
import type { TableMethods } from './methods/tables.ts';

/**
 * Everything Attune can do with one project: the interface of the engine.
 * Reading never changes the project; every writing method runs in one transaction with its journal entry.
 * Every method refuses by throwing a Refusal.
 */
export interface Workbench
  extends ProjectMethods,
    ImportMethods,
    RowMethods,
    QualityMethods,
    CohortMethods,
    ExploreMethods,
    TableMethods,
    MeasureMethods,
    AnalysisMethods,
    ReportMethods {}
