import type { Figure } from '../../model/figure.ts';
import type { Estimate, Finding, Note, ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import { type Adjustment, pAdjust } from '../statistics/p-adjust.ts';
import { because } from './attempt.ts';
import { missingTotal, missingWords } from './missing-counts.ts';
import { shareWords } from './percent.ts';
import { estimatesOf, linesTable, type Quantity, quantity } from './quantity.ts';
import { allMissing, countReasons, type Reasons } from './reasons.ts';
import { ADJUSTMENT, adjustmentMark } from './standard-options.ts';

/** One outcome of an analysis that takes several. */
export interface OutcomeLine {
  label: string;
  /** Why rows are not used. */
  reasons: Reasons;
  n: number;
  quantities: readonly Quantity[];
  /** Of the primary test; the quantity with the key `p` is its column. */
  p: number | null;
  /** Why the primary test is not computable; empty where it is. */
  refused: string;
  /** Without the label, without a full stop. */
  apa: string;
  /** A whole sentence. */
  plain: string;
  notes: readonly Note[];
}

export interface Batch {
  method: Finding['method'];
  table: { title: string; first?: string; notes?: readonly string[] };
  level: number;
  adjust?: Adjustment | null;
  /** The primary test in words, for the note on the family of adjusted p. */
  test?: string;
  tables?: readonly ResultTable[];
  estimates?: readonly Estimate[];
  figures?: readonly Figure[];
  notes?: readonly Note[];
  /** Lines that are parts of the same rows share one note on the rows used. */
  shared?: string;
}

/** The finding of an analysis that gives one line for each outcome. */
export function batchFinding(view: View, outcomes: readonly OutcomeLine[], about: Batch): Finding {
  const lines = distinctLines(outcomes);
  const { level, adjust = null } = about;
  const several = lines.length > 1;
  const adjusted = adjust ? withAdjusted(lines, adjust) : lines;
  const missing = countReasons(allMissing(lines.map(({ reasons }) => reasons)));
  const total = view.rows.length;
  const name = about.method.name;
  return {
    method: {
      ...about.method,
      variant: adjust
        ? `${about.method.variant}; *p* adjusted: ${ADJUSTMENT[adjust]}`
        : about.method.variant,
    },
    n: { total, used: total - missingTotal(missing), missing },
    estimates: [
      ...adjusted.flatMap((line) =>
        estimatesOf(line, level, {
          keyOf: (key) => (several ? `${line.label}: ${key}` : key),
          refused: line.refused,
        }),
      ),
      ...(about.estimates ?? []),
    ],
    tables: [
      linesTable(
        { id: 'tests', first: 'Outcome', level, ...about.table },
        adjusted.map(({ label, quantities }) => ({ label, quantities })),
      ),
      ...(about.tables ?? []),
    ],
    figures: about.figures ?? [],
    sentences: {
      apa: lines
        .map(
          ({ label, refused, apa }) => `${escapeRich(label)}: ${refused ? because(refused) : apa}.`,
        )
        .join(' '),
      plain: lines
        .map(({ label, refused, plain }) =>
          refused ? `${escapeRich(label)}: ${because(refused)}.` : plain,
        )
        .join(' '),
    },
    notes: [
      ...(about.shared === undefined
        ? lines.map((line) => usedNote(line, view))
        : sharedNote(lines, about.shared, view)),
      ...lines.flatMap(({ label, refused }): Note[] =>
        refused
          ? [{ kind: 'refused', text: `${escapeRich(label)}: ${name} ${because(refused)}.` }]
          : [],
      ),
      ...lines.flatMap(({ notes }) => notes),
      ...(adjust ? [familyNote(lines, adjust, about.test ?? name)] : []),
      ...(about.notes ?? []),
    ],
  };
}

/** Outcomes with the same label are told apart by their place. */
function distinctLines(lines: readonly OutcomeLine[]): OutcomeLine[] {
  return lines.map((line, i) => {
    const shared = lines.some((other, k) => k !== i && other.label === line.label);
    return shared ? { ...line, label: `${line.label} (${i + 1})` } : line;
  });
}

/** "Warmth: 59 of 114 people (51.8 %) used; 55 missing (55 empty)." */
export function usedNote(
  { label, reasons, n }: Pick<OutcomeLine, 'label' | 'reasons' | 'n'>,
  view: View,
): Note {
  const missing = missingWords(countReasons(reasons));
  const used = shareWords(n, view.rows.length, view.unit);
  return {
    kind: 'note',
    text: escapeRich(`${label}: ${used} used${missing === '' ? '' : `; ${missing}`}.`),
  };
}

function sharedNote(lines: readonly OutcomeLine[], label: string, view: View): Note[] {
  const [first] = lines;
  const n = lines.reduce((total, line) => total + line.n, 0);
  return first ? [usedNote({ label, reasons: first.reasons, n }, view)] : [];
}

function withAdjusted(lines: readonly OutcomeLine[], adjust: Adjustment): OutcomeLine[] {
  const p = pAdjust(
    lines.map((line) => line.p),
    adjust,
  );
  return lines.map((line, i) => {
    const at = line.quantities.findIndex(({ key }) => key === 'p') + 1;
    const symbol = `*p*~${adjustmentMark(adjust)}~`;
    const added = quantity('p-adjusted', `p adjusted (${ADJUSTMENT[adjust]})`, symbol, p[i], 'p');
    return { ...line, quantities: line.quantities.toSpliced(at, 0, added) };
  });
}

function familyNote(lines: readonly OutcomeLine[], adjust: Adjustment, test: string): Note {
  const tested = lines.filter(({ p }) => p !== null);
  return {
    kind: 'note',
    text: `*p* adjusted (${ADJUSTMENT[adjust]}) in a family of ${tested.length} ${tested.length === 1 ? 'test' : 'tests'} (${escapeRich(test)}): ${escapeRich(tested.map(({ label }) => label).join('; '))}.`,
  };
}
