import { useState } from 'react';
import type { ReportDocument } from '../src/model/report.ts';
import { UNDO } from './session.ts';
import { useSession } from './use-session.ts';

/** The report being edited: every change is saved at once and can be undone. */
export interface ReportEdits {
  document: ReportDocument;
  canUndo: boolean;
  change(document: ReportDocument, said?: string): void;
  undo(): void;
}

export function useReportEdits(saved: ReportDocument): ReportEdits {
  const session = useSession();
  const [document, setDocument] = useState(saved);
  const [before, setBefore] = useState<readonly ReportDocument[]>([]);
  const save = (next: ReportDocument) => {
    setDocument(next);
    void session.change('Saving the report', () => session.client.saveReport({ report: next }));
  };
  const edits: ReportEdits = {
    document,
    canUndo: before.length > 0,
    change(next, said) {
      const earlier = document;
      setBefore([...before.slice(-99), earlier]);
      save(next);
      if (said !== undefined) session.say(said, { label: UNDO, run: () => save(earlier) });
    },
    undo() {
      const last = before.at(-1);
      if (last === undefined) return;
      setBefore(before.slice(0, -1));
      save(last);
    },
  };
  return edits;
}
