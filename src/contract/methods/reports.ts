import * as v from 'valibot';
import type { Artifact, Task } from '../../model/project.ts';
import type { RenderedReport, ReportDocument } from '../../model/report.ts';
import { DELIVER, type MethodsOf, nothing, READ, WRITE } from '../method-record.ts';
import { reportDocument } from '../schemas/reports.ts';

/** The report. */
export interface ReportMethods {
  report(input: Record<string, never>): ReportDocument;
  saveReport(input: { report: ReportDocument }): ReportDocument;
  renderReport(input: Record<string, never>): RenderedReport;
  exportReport(input: { format: 'docx' | 'xlsx' | 'json' }, task: Task): Promise<Artifact>;
}

export const REPORT_METHODS = {
  report: { ...READ, input: nothing },
  saveReport: { ...WRITE, input: v.strictObject({ report: reportDocument }) },
  renderReport: { ...READ, input: nothing },
  exportReport: {
    ...DELIVER,
    input: v.strictObject({ format: v.picklist(['docx', 'xlsx', 'json']) }),
  },
} as const satisfies MethodsOf<ReportMethods>;
