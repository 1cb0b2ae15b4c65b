import { SOURCE_COLUMNS } from '../import/source-columns.ts';
import type { DriftFinding } from '../model/drift.ts';
import type {
  ColumnDecision,
  FilePreview,
  FileReading,
  ImportDecisions,
  LoadedFile,
} from '../model/importing.ts';
import { columnDrift, kindFinding } from '../reimport/column-drift.ts';
import { layoutDrift } from '../reimport/layout-drift.ts';
import type { ColumnPairs } from '../reimport/pair-columns.ts';
import { categoryDrift, dateOrderFinding } from '../reimport/value-drift.ts';

/** An extract as it was read under a contract that was made to fit it. */
export interface FittedExtract {
  reading: FileReading;
  contract: ImportDecisions;
  /** What the extract says by itself. */
  survey: FilePreview;
  pairs: ColumnPairs;
  /** The contract as it is for this extract. */
  adapted: ImportDecisions;
  read: Pick<LoadedFile, 'frame' | 'decisions' | 'receipt'>;
  /** Columns whose saved order of day and month the file contradicts. */
  contested: readonly ColumnDecision[];
}

/** In what an extract differs from the contract that it was read under. */
export function driftFindings(extract: FittedExtract): DriftFinding[] {
  const { reading, contract, survey, pairs, adapted, read, contested } = extract;
  return [
    ...layoutDrift(contract, read.decisions).filter((finding) => isUnanswered(finding, reading)),
    ...columnDrift(pairs).filter((finding) => !isSourceColumn(finding, reading)),
    ...kindDrift(adapted.columns, survey, read, reading),
    ...contested.map(({ name, dateOrder }) => dateOrderFinding(name, dateOrder ?? 'dmy')),
    ...categoryDrift(adapted.columns, read.frame),
  ];
}

/** Saved kinds for which cells do not fit, where the file by itself would be read as another kind. */
function kindDrift(
  columns: readonly ColumnDecision[],
  survey: FilePreview,
  { receipt, decisions }: FittedExtract['read'],
  { changes }: FileReading,
): DriftFinding[] {
  return columns.flatMap(({ name, kind, position }) => {
    const n = receipt.problems
      .filter(({ column }) => column === decisions.columns[position]?.name)
      .reduce((sum, each) => sum + each.n, 0);
    const proposed = survey.decisions.columns[position]?.kind ?? kind;
    const isChosen = changes?.columns?.some((each) => each.position === position && each.kind);
    if (n === 0 || proposed === kind || isChosen) return [];
    return [kindFinding(name, kind, proposed, n, survey.columns[position]?.filled ?? n)];
  });
}

/** What a person has said about this file is no drift any more. */
function isUnanswered({ what }: DriftFinding, { changes }: FileReading): boolean {
  switch (what) {
    case 'encoding':
    case 'delimiter':
    case 'quoting':
    case 'sheet':
    case 'header':
    case 'footer':
      return changes?.[what] === undefined;
    default:
      return true;
  }
}

/** Stacking files adds columns that none of them has. */
function isSourceColumn(finding: DriftFinding, { stack }: FileReading): boolean {
  return (
    stack !== undefined &&
    finding.what === 'new-column' &&
    SOURCE_COLUMNS.some((name) => name === finding.header)
  );
}
