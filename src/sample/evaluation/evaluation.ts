import type { Evaluation } from '../../model/report.ts';
import { ANALYSES } from './analyses.ts';
import { COHORTS } from './cohorts.ts';
import { REPORT } from './report.ts';
import type { IdCorrections } from './shared-steps.ts';
import { SOURCES } from './sources.ts';
import { tables } from './tables.ts';

/** The whole evaluation as a file: what `attune run` reads, from raw extracts to the briefing. */
export function sampleEvaluation(ids: IdCorrections): Evaluation {
  return {
    format: 'attune-evaluation/1',
    title: 'Harbour sample',
    sources: SOURCES,
    tables: tables(ids),
    cohorts: COHORTS,
    analyses: ANALYSES,
    report: REPORT,
  };
}
