import type { RenderedReport } from '../model/report.ts';

/** A report as a Word document (.docx). The library is loaded with the first document. */
export async function writeDocx(report: RenderedReport): Promise<Uint8Array> {
  const { packDocument } = await import('./word/document.ts');
  return packDocument(report);
}
