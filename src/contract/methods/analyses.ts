import * as v from 'valibot';
import type { AnalysisDescription } from '../../model/option.ts';
import type { Artifact } from '../../model/project.ts';
import type { AnalysisSpec, Result } from '../../model/result.ts';
import type { StaleResult } from '../../model/stale-result.ts';
import { DELIVER, type MethodsOf, nothing, PATIENT, READ, WRITE } from '../method-record.ts';
import { analysisSpec } from '../schemas/analyses.ts';
import { count, name, picture } from '../schemas/plain.ts';

/** Analyses and the results that are kept. */
export interface AnalysisMethods {
  analyses(input: Record<string, never>): readonly AnalysisDescription[];
  /** Computes and keeps. */
  analyse(input: { spec: AnalysisSpec }): Result;
  /** Computes the same and keeps nothing: what a form shows while one chooses. */
  tryAnalysis(input: { spec: AnalysisSpec }): Result;
  results(input: Record<string, never>): readonly Result[];
  /** Those whose data or cohort have changed since, with what changed. */
  staleResults(input: Record<string, never>): readonly StaleResult[];
  removeResult(input: { id: string }): readonly Result[];
  /** `figure` = that chart alone: as SVG, its values as CSV, or the PNG the window drew of it, in base64. */
  exportResult(input: {
    id: string;
    format: 'docx' | 'xlsx' | 'csv' | 'svg' | 'json' | 'png';
    figure?: number;
    picture?: string;
  }): Promise<Artifact>;
}

export const ANALYSIS_METHODS = {
  analyses: { ...READ, input: nothing },
  analyse: { ...WRITE, input: v.strictObject({ spec: analysisSpec }) },
  tryAnalysis: { ...READ, input: v.strictObject({ spec: analysisSpec }) },
  results: { ...READ, input: nothing },
  staleResults: { ...PATIENT, input: nothing },
  removeResult: { ...WRITE, input: v.strictObject({ id: name }) },
  exportResult: {
    ...DELIVER,
    input: v.strictObject({
      id: name,
      format: v.picklist(['docx', 'xlsx', 'csv', 'svg', 'json', 'png']),
      figure: v.exactOptional(count),
      picture: v.exactOptional(picture),
    }),
  },
} as const satisfies MethodsOf<AnalysisMethods>;
