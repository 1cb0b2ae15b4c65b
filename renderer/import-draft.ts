import type {
  DecisionChanges,
  FileReading,
  ImportDecisions,
  ImportQuestion,
} from '../src/model/importing.ts';
import type {
  ImportMode,
  ImportPreview,
  ImportRequest,
  PreviewRequest,
} from '../src/model/reimport.ts';
import { tableLabelFrom, tableNameFrom } from './import-changes.ts';
import type { Incoming } from './session.ts';

export interface Answer {
  question: ImportQuestion;
  choice: number;
}

/** What a person has decided about how a file is read. */
export interface Decided {
  changes: DecisionChanges;
  answers: readonly Answer[];
  /** Decisions of a contract file that the file is read under. */
  contract: { name: string; decisions: ImportDecisions } | null;
}

/** What becomes of the rows. `mode` null: not said, and asked where a table fits. */
export interface Target {
  mode: ImportMode | null;
  /** The table that is there, for every mode but `new`. */
  table: string | null;
  key: readonly string[];
  blanksOverwrite: boolean;
  acceptDrift: boolean;
  again: boolean;
  /** Of a new table; null as proposed. */
  label: string | null;
  unit: string;
}

/** A file on its way in: what was decided about it so far, and the way back. */
export interface ImportDraft extends Decided {
  past: readonly { label: string; before: Decided }[];
  target: Target;
}

export const NEW_DRAFT: ImportDraft = {
  changes: {},
  answers: [],
  contract: null,
  past: [],
  target: {
    mode: null,
    table: null,
    key: [],
    blanksOverwrite: false,
    acceptDrift: false,
    again: false,
    label: null,
    unit: '',
  },
};

/** One decision more; one that changes nothing is none. What differs from a contract has to be accepted anew. */
export function decide(draft: ImportDraft, label: string, more: Partial<Decided>): ImportDraft {
  const { changes, answers, contract, past, target } = draft;
  const before = { changes, answers, contract };
  if (JSON.stringify({ ...before, ...more }) === JSON.stringify(before)) return draft;
  return {
    ...before,
    ...more,
    past: [...past, { label, before }],
    target: { ...target, acceptDrift: false },
  };
}

/** The draft as it was before the last decision. */
export function undoDecision(draft: ImportDraft): ImportDraft {
  const last = draft.past.at(-1);
  return last === undefined ? draft : { ...draft, ...last.before, past: draft.past.slice(0, -1) };
}

/** A table that the file looks like the next extract of: what becomes of its rows has to be said. */
export function nextExtractOf({ matches }: ImportPreview) {
  const [best] = matches;
  return best !== undefined && best.of > 1 && best.same >= 0.8 * best.of ? best : undefined;
}

export function modeOf({ target }: ImportDraft, preview: ImportPreview): ImportMode | null {
  if (target.mode !== null) return target.mode;
  return nextExtractOf(preview) === undefined ? 'new' : null;
}

function reading(unit: Incoming, { changes, contract }: ImportDraft): FileReading {
  const stack = unit.stack?.map(({ token, sheet }) => ({
    file: token,
    ...(sheet !== undefined && { changes: { sheet } }),
  }));
  return {
    file: unit.token,
    changes: { ...changes, ...(unit.sheet !== undefined && { sheet: unit.sheet }) },
    ...(contract && { contract: contract.decisions }),
    ...(stack && { stack }),
  };
}

/** How the file is looked at: under its contract, or under the decisions of the table it goes into. */
export function previewRequest(unit: Incoming, draft: ImportDraft): PreviewRequest {
  const { mode, table } = draft.target;
  const isUnder = draft.contract === null && mode !== null && mode !== 'new' && table !== null;
  return { ...reading(unit, draft), ...(isUnder && { table }) };
}

/** The import as it would be done; null while it is not said what becomes of the rows. */
export function importRequest(
  unit: Incoming,
  draft: ImportDraft,
  preview: ImportPreview,
  taken: readonly string[],
): ImportRequest | null {
  const { target } = draft;
  const { key, blanksOverwrite, acceptDrift, again } = target;
  const mode = modeOf(draft, preview);
  if (mode === null || (mode !== 'new' && target.table === null)) return null;
  const said = {
    ...(acceptDrift && { acceptDrift }),
    ...(again && { again }),
  };
  const how = reading(unit, draft);
  if (mode === 'new' || target.table === null) {
    const label = labelOf(unit, draft, preview);
    return {
      ...how,
      ...said,
      table: tableNameFrom(label, taken),
      label,
      unit: target.unit.trim() || 'rows',
    };
  }
  return {
    ...how,
    ...said,
    mode,
    table: target.table,
    ...(mode !== 'append' && key.length > 0 && { key }),
    ...(mode === 'update' && blanksOverwrite && { blanksOverwrite }),
  };
}

function proposedLabel({ name, stack }: Incoming, { receipt }: ImportPreview): string {
  const own = tableLabelFrom(name, receipt.sheet);
  if (stack === undefined || receipt.parts === undefined) return own;
  const labels = receipt.parts.map((part) => tableLabelFrom(part.file, part.sheet));
  const shared = labels.reduce(sharedStart).replace(/[^\p{L}\p{N}]+$/u, '');
  return shared.length > 2 ? shared : own;
}

/** "Referrals Q1", "Referrals Q2" → "Referrals"; whole words only. */
function sharedStart(a: string, b: string): string {
  const words = b.split(' ');
  const at = a.split(' ').findIndex((word, i) => word !== words[i]);
  return at < 0 ? a : a.split(' ').slice(0, at).join(' ');
}

/** What a new table will be called. */
export function labelOf(unit: Incoming, { target }: ImportDraft, preview: ImportPreview): string {
  return target.label?.trim() || proposedLabel(unit, preview);
}
