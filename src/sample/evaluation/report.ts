import type { ReportDocument } from '../../model/report.ts';
import { CONTEXT } from './report-context.ts';
import { FINDINGS } from './report-findings.ts';
import { LIMITS } from './report-limits.ts';

/** The briefing. Every figure in it is a live number. */
export const REPORT: ReportDocument = {
  title: 'Harbour parent–infant service: an evaluation',
  subtitle: 'Who was reached, what was offered and what changed, June 2015 to December 2023',
  authors: 'Sample evaluation, fictional data',
  date: '',
  blocks: [...CONTEXT, ...FINDINGS, ...LIMITS],
};
