import type { Condition } from './condition.ts';
import type { Variable } from './variable.ts';

/** One cleaning step; what each `op` does stands in src/recipe/. */
export interface Step {
  op: string;
  /** Switched off: it stays in the recipe and does nothing. */
  off?: boolean;
  [parameter: string]: unknown;
}

/** What a step did, for the history and the methods page. */
export interface StepOutcome {
  op: string;
  /** "Removed 4 rows that repeat another row exactly." */
  sentence: string;
  rowsBefore: number;
  rowsAfter: number;
  cellsChanged: number;
  /** What the step could not do on these data, one sentence each. */
  notes?: readonly string[];
}

/**
 * How a table came about. Imported rows change only by another import; every other table can be made
 * again.
 */
export type Origin =
  | { made: 'import'; files: readonly SourceFile[] }
  | (Made & { made: 'recipe'; steps: readonly Step[]; outcomes: readonly StepOutcome[] })
  | (Made & {
      made: 'scores';
      measure: string;
      version: string;
      /** How it was scored; projects of earlier versions did not keep it. */
      score?: ScoreDefinition;
      account: ScoreAccount;
    })
  | (Made & { made: 'pairs'; rule: PairRule; account: PairAccount });

interface Made {
  from: string;
  /** The tables it was made from, as they were then. */
  madeFrom?: readonly { table: string; version: number }[];
  /** The cohorts that its rule names, as they were then. */
  madeWith?: readonly { cohort: string; version: number }[];
}

export interface SourceFile {
  name: string;
  sheet: string | null;
  sha256: string;
  bytes: number;
  importedAt: string;
  /** How its rows came in; a file that made the table has none. */
  mode?: 'replace' | 'append' | 'update' | 'requeue';
  /** The rows of the table that came with it: `n` from `first` (1-based) on. Without it, all of them. */
  rows?: { first: number; n: number };
}

export interface ScoreAccount {
  /** One entry a subscale. */
  subscales: readonly {
    name: string;
    complete: number;
    proRated: number;
    notScorable: number;
    /** Scores that the extract brought, where there are no items. */
    supplied?: number;
  }[];
  /** Item values outside the measure's range: left out of the score of that form. */
  outOfRange: readonly { row: number; variable: string; value: string; table?: string }[];
  /** Items answered twice at one time with different values (long layout): the first was used. */
  repeatedItems?: number;
  /** Scores that the extract brought beside the items, against those computed from the items. */
  totals?: readonly TotalsCheck[];
  /** Figures without a verified source that somebody accepted for this score. */
  accepted?: readonly string[];
}

/** Supplied scores of one subscale, held against its items. The computed ones are used. */
export interface TotalsCheck {
  name: string;
  compared: number;
  agree: number;
  differ: number;
  /** The first that differ. */
  examples: readonly { row: number; person: string; supplied: number; computed: number }[];
  /** What makes most of those that differ agree: "items 11 and 18 were not reversed". */
  cause: string | null;
}

/** Which two forms of a person make a pair. */
export interface PairRule {
  /** Variable that names the person. */
  person: string;
  /**
   * `time-points` (when left out): the forms at `before` and `after`. `first-last`: the first and the
   * last by date. `contacts`: the first on or after the first contact, and the last on or after the second.
   */
  choose?: 'time-points' | 'first-last' | 'contacts';
  /** Variable that holds the time point, and the two that are compared. Otherwise what the two are called. */
  time: string;
  before: string;
  after: string;
  /** Table and cohort of those who could have a pair: everyone in it gets a row. */
  eligible: {
    table: string;
    person: string;
    cohort?: string;
    /** Dates between which the forms have to be: the episode. */
    from?: string;
    until?: string;
    /** Identifies the episode where one person can have several: each is paired by itself. */
    episode?: string;
    /** Variables of that table that the pairs bring along, for subgroups. */
    carry?: readonly string[];
  };
  /** Of the rule `contacts`: the contacts that took place. */
  contacts?: { table: string; person: string; date: string; episode?: string; cohort?: string };
  /** Fewest and most days from before to after. */
  window?: { least?: number; most?: number };
  /** Variable of the scores that has to be the same in both forms: who rated. */
  sameRater?: string;
  /** The same of the version of the questionnaire. */
  sameVersion?: string;
  /** Leaves out pairs whose second form is not dated after the first. */
  inOrder?: boolean;
}

export interface PairAccount {
  /** What the time points are called, where that is not how the rule names them. */
  times?: { before: string; after: string };
  eligible: number;
  both: number;
  beforeOnly: number;
  afterOnly: number;
  neither: number;
  /** People with both forms that the rule leaves out, by reason. */
  excluded?: readonly { reason: string; n: number }[];
  /** Forms of people who are not eligible, and second forms at the same time point: not used. */
  notEligible: number;
  repeated: number;
  /** Forms outside the episode, and forms without the date or score that the rule needs: not used. */
  outside?: number;
  unusable?: number;
  /** Eligible people with at least two contacts, where the rule goes by contacts. */
  twoContacts?: number;
  /** Pairs whose second form is dated on the day of the first or before it; null without dates. */
  outOfOrder?: number | null;
  /** Median days from before to after over the pairs with both dates; null without dates. */
  medianDays: number | null;
}

export interface TableInfo {
  name: string;
  label: string;
  /** What one row is, in the plural: "people", "referrals". */
  unit: string;
  rows: number;
  variables: readonly Variable[];
  origin: Origin;
  /** Grows with every change of its rows. */
  version: number;
  /** What has changed since it was made; absent when nothing has, and for imported tables. */
  outOfDate?: readonly StaleSource[];
}

/** A table that another was made from, or a cohort that its rule names, and that has changed since. */
export interface StaleSource {
  table: string;
  /** Label of the cohort; left out where the table itself has changed. */
  cohort?: string;
  /** Its version when it was used, and now; null when it is no longer there. */
  used: number;
  now: number | null;
}

/** How a table that is not imported is made: kept in the project and in evaluation files. */
export type TableDefinition =
  | { name: string; label: string; unit: string; from: string; steps: readonly Step[] }
  | { name: string; label: string; unit: string; from: string; score: ScoreDefinition }
  | { name: string; label: string; unit: string; from: string; pair: PairRule };

export interface ScoreDefinition {
  /** Measure id and version: of the library, or of the project. */
  measure: string;
  version?: string;
  person: string;
  /** Whether cells hold answers as given (the key is applied), or what they count already. */
  answers?: 'raw' | 'scored';
  /** Figures without a verified source that may be used: `certainty:direction`, `key`. */
  accept?: readonly string[];
  /**
   * `wide`: one row a person and time point block, items in columns.
   * `rows`: one row a form, items in columns.
   * `long`: one row an item.
   */
  layout: WideItems | RowItems | LongItems;
}

/** Where the items of a form stand: a pattern with `{item}` or `{item:02}`, or a variable for each item. */
export interface FormColumns {
  items?: string | readonly string[];
  /** Scores that the extract brings, by the key of the subscale. */
  totals?: Readonly<Record<string, string>>;
  date?: string;
  rater?: string;
  /** Variable that says which version of the questionnaire the form is. */
  version?: string;
}

export interface WideItems {
  form: 'wide';
  /** One block a time point; it may be in a table of its own. */
  blocks: readonly (FormColumns & { time: string; table?: string; person?: string })[];
}

export interface RowItems extends FormColumns {
  form: 'rows';
  /** Without it the forms of a person are numbered by their dates. */
  time?: string;
}

export interface LongItems {
  form: 'long';
  time: string;
  item: string;
  value: string;
  date?: string;
  rater?: string;
  /** Variable that says which version of the questionnaire the form is. */
  version?: string;
}

/** A condition in use: the cohort's name when it has one, its words, and its size. */
export interface CohortInUse {
  name: string | null;
  label: string;
  sentence: string;
  condition: Condition;
  version: number;
  table: string;
  unit: string;
  n: number;
  of: number;
  /** The other tables that its condition asks about; absent where it asks about none. */
  linked?: readonly { table: string; version: number }[];
}
