import * as v from 'valibot';
import { conditionSchema } from '../model/condition-schema.ts';
import type { Measure } from '../model/measure.ts';
import type { Block } from '../model/report.ts';
import { KINDS } from '../model/variable.ts';

/** Shapes of everything that enters the engine. Unknown keys are refused; sizes are capped. */
export const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const shortText = v.pipe(v.string(), v.maxLength(1_000));
export const longText = v.pipe(v.string(), v.maxLength(100_000));
/** How many entries of the history are wanted. */
export const entries = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A PNG in base64: small enough for one message, and beginning as every PNG does. */
export const picture = v.pipe(
  v.string(),
  v.maxLength(950_000),
  v.base64(),
  v.startsWith('iVBORw0KGgo'),
);
const kind = v.picklist(KINDS);
const missingCode = v.strictObject({ code: shortText, reason: shortText });
const valueLabel = v.strictObject({ value: shortText, label: shortText });
const encoding = v.picklist(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']);
const delimiter = v.picklist([',', ';', '\t', '|']);
const quoting = v.strictObject({
  quote: v.picklist(['"', "'"]),
  escape: v.picklist(['doubled', 'backslash']),
});
const comments = v.picklist(['skip', 'read']);
const header = v.strictObject({ row: count, rows: v.pipe(count, v.maxValue(3)) });
const names = v.pipe(v.array(name), v.maxLength(2_000));

const columnParts = {
  header: shortText,
  name,
  keep: v.boolean(),
  kind,
  dateOrder: v.exactOptional(v.nullable(v.picklist(['dmy', 'mdy', 'ymd']))),
  decimal: v.exactOptional(v.picklist(['.', ','])),
  pivot: v.exactOptional(v.nullable(v.pipe(count, v.maxValue(100)))),
  serials: v.exactOptional(v.nullable(v.union([v.picklist([1900, 1904]), v.literal(false)]))),
  label: v.exactOptional(shortText),
  missing: v.pipe(v.array(missingCode), v.maxLength(100)),
  values: v.exactOptional(v.pipe(v.array(valueLabel), v.maxLength(10_000))),
  seen: v.exactOptional(v.pipe(v.array(shortText), v.maxLength(1_000))),
};

const columnChange = v.strictObject({
  position: count,
  header: v.exactOptional(columnParts.header),
  name: v.exactOptional(columnParts.name),
  keep: v.exactOptional(columnParts.keep),
  kind: v.exactOptional(columnParts.kind),
  dateOrder: columnParts.dateOrder,
  decimal: columnParts.decimal,
  pivot: columnParts.pivot,
  serials: columnParts.serials,
  label: columnParts.label,
  missing: v.exactOptional(columnParts.missing),
  values: columnParts.values,
  seen: columnParts.seen,
});

export const decisionChanges = v.strictObject({
  encoding: v.exactOptional(encoding),
  delimiter: v.exactOptional(delimiter),
  quoting: v.exactOptional(quoting),
  comments: v.exactOptional(comments),
  sheet: v.exactOptional(name),
  header: v.exactOptional(header),
  footer: v.exactOptional(count),
  columns: v.exactOptional(v.pipe(v.array(columnChange), v.maxLength(16_384))),
  required: v.exactOptional(names),
});

export const importDecisions = v.strictObject({
  format: v.literal('attune-import/1'),
  dialect: v.variant('kind', [
    v.strictObject({
      kind: v.literal('csv'),
      encoding,
      delimiter,
      quoting: v.exactOptional(quoting),
      comments: v.exactOptional(comments),
    }),
    v.strictObject({ kind: v.literal('xlsx'), sheet: name }),
  ]),
  header,
  footer: count,
  footerChosen: v.exactOptional(v.boolean()),
  columns: v.pipe(
    v.array(v.strictObject({ position: count, ...columnParts })),
    v.maxLength(16_384),
  ),
  required: names,
});

const file = v.pipe(v.string(), v.minLength(1), v.maxLength(4_096));

const stackPart = v.strictObject({
  file,
  changes: v.exactOptional(
    v.strictObject({
      encoding: v.exactOptional(encoding),
      delimiter: v.exactOptional(delimiter),
      sheet: v.exactOptional(name),
      header: v.exactOptional(header),
      footer: v.exactOptional(count),
    }),
  ),
});

export const fileReading = {
  file,
  contract: v.exactOptional(importDecisions),
  changes: v.exactOptional(decisionChanges),
  stack: v.exactOptional(v.pipe(v.array(stackPart), v.maxLength(1_000))),
};

export const importRequest = v.strictObject({
  ...fileReading,
  table: name,
  label: v.exactOptional(shortText),
  unit: v.exactOptional(shortText),
  mode: v.exactOptional(v.picklist(['new', 'replace', 'append', 'update'])),
  key: v.exactOptional(v.pipe(v.array(name), v.maxLength(20))),
  blanksOverwrite: v.exactOptional(v.boolean()),
  acceptDrift: v.exactOptional(v.boolean()),
  again: v.exactOptional(v.boolean()),
});

export const correctedRow = v.strictObject({
  row: count,
  cells: v.pipe(v.array(v.pipe(v.string(), v.maxLength(32_767))), v.maxLength(16_384)),
  file: v.exactOptional(v.pipe(v.string(), v.maxLength(4_096))),
});

export const condition = conditionSchema;

const combineBy = v.picklist(['and', 'or', 'but-not']);
const description = v.exactOptional(v.pipe(v.string(), v.maxLength(4_000)));

export const cohortDraft = v.strictObject({
  name,
  label: shortText,
  table: name,
  description,
  condition,
  combined: v.exactOptional(
    v.strictObject({
      by: combineBy,
      parts: v.pipe(
        v.array(v.strictObject({ name, label: shortText, version: count })),
        v.maxLength(20),
      ),
    }),
  ),
});

export const cohortChange = v.strictObject({ label: v.exactOptional(shortText), description });

export const cohortCombination = v.strictObject({
  name,
  label: shortText,
  description,
  by: combineBy,
  parts: v.pipe(v.array(name), v.minLength(2), v.maxLength(20)),
});

const axis = v.strictObject({
  variable: name,
  by: v.exactOptional(v.picklist(['values', 'bars', 'months', 'financial-years'])),
  most: v.exactOptional(v.pipe(count, v.minValue(1), v.maxValue(1_000))),
});

const chartQuestion = v.variant('show', [
  v.strictObject({ show: v.literal('counts'), of: axis }),
  v.strictObject({ show: v.literal('heat-map'), across: axis, down: axis }),
  v.strictObject({ show: v.literal('means'), of: name, by: v.exactOptional(axis) }),
  v.strictObject({ show: v.literal('boxes'), of: name, by: v.exactOptional(axis) }),
  v.strictObject({ show: v.literal('pairs'), before: name, after: name }),
]);

const choices = v.pipe(
  v.array(
    v.strictObject({
      chart: name,
      condition: v.nullable(condition),
      turn: v.exactOptional(count),
    }),
  ),
  v.maxLength(24),
);

export const boardRequest = v.strictObject({
  table: name,
  charts: v.pipe(v.array(v.strictObject({ name, question: chartQuestion })), v.maxLength(24)),
  within: v.exactOptional(condition),
  choices: v.exactOptional(choices),
});

export const boardChart = {
  table: name,
  chart: name,
  measure: v.picklist(['count', 'share', 'rate']),
};

export const choiceRequest = v.strictObject({ table: name, choices });

const optionValue = v.union([shortText, v.number(), v.boolean(), v.null(), names]);

export const analysisSpec = v.strictObject({
  id: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/))),
  title: v.exactOptional(shortText),
  analysis: name,
  table: name,
  cohort: v.exactOptional(name),
  compare: v.exactOptional(
    v.strictObject({
      cohorts: v.pipe(v.array(name), v.minLength(1), v.maxLength(8)),
      with: v.exactOptional(v.picklist(['rest', 'everyone'])),
    }),
  ),
  options: v.record(name, optionValue),
});

const step = v.looseObject({ op: name, off: v.exactOptional(v.boolean()) });
export const steps = v.pipe(v.array(step), v.maxLength(1_000));

const days = v.pipe(v.number(), v.integer(), v.minValue(-36_525), v.maxValue(36_525));

const pairRule = v.strictObject({
  person: name,
  choose: v.exactOptional(v.picklist(['time-points', 'first-last', 'contacts'])),
  time: name,
  before: shortText,
  after: shortText,
  eligible: v.strictObject({
    table: name,
    person: name,
    cohort: v.exactOptional(name),
    from: v.exactOptional(name),
    until: v.exactOptional(name),
    episode: v.exactOptional(name),
    carry: v.exactOptional(v.pipe(v.array(name), v.maxLength(100))),
  }),
  contacts: v.exactOptional(
    v.strictObject({
      table: name,
      person: name,
      date: name,
      episode: v.exactOptional(name),
      cohort: v.exactOptional(name),
    }),
  ),
  window: v.exactOptional(
    v.strictObject({ least: v.exactOptional(days), most: v.exactOptional(days) }),
  ),
  sameRater: v.exactOptional(name),
  sameVersion: v.exactOptional(name),
  inOrder: v.exactOptional(v.boolean()),
});

const variableNames = v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(200));
const formColumns = {
  items: v.exactOptional(v.union([shortText, variableNames])),
  totals: v.exactOptional(v.record(name, name)),
  date: v.exactOptional(name),
  rater: v.exactOptional(name),
  version: v.exactOptional(name),
};

export const scoreDefinition = v.strictObject({
  measure: name,
  version: v.exactOptional(name),
  person: name,
  answers: v.exactOptional(v.picklist(['raw', 'scored'])),
  accept: v.exactOptional(v.pipe(v.array(shortText), v.maxLength(200))),
  layout: v.variant('form', [
    v.strictObject({
      form: v.literal('wide'),
      blocks: v.pipe(
        v.array(
          v.strictObject({
            time: v.pipe(shortText, v.minLength(1)),
            table: v.exactOptional(name),
            person: v.exactOptional(name),
            ...formColumns,
          }),
        ),
        v.minLength(1),
        v.maxLength(100),
      ),
    }),
    v.strictObject({ form: v.literal('rows'), time: v.exactOptional(name), ...formColumns }),
    v.strictObject({
      form: v.literal('long'),
      time: name,
      item: name,
      value: name,
      date: v.exactOptional(name),
      rater: v.exactOptional(name),
      version: v.exactOptional(name),
    }),
  ]),
});

const tableParts = { name, label: shortText, unit: shortText, from: name };

export const tableDefinition = v.union([
  v.strictObject({ ...tableParts, steps }),
  v.strictObject({ ...tableParts, score: scoreDefinition }),
  v.strictObject({ ...tableParts, pair: pairRule }),
]);

const block: v.GenericSchema<Block> = v.variant('type', [
  v.strictObject({ type: v.literal('heading'), level: v.picklist([1, 2]), text: shortText }),
  v.strictObject({ type: v.literal('text'), text: longText }),
  v.strictObject({ type: v.literal('list'), items: v.array(longText) }),
  v.strictObject({
    type: v.literal('table'),
    result: name,
    table: v.exactOptional(name),
    title: v.exactOptional(shortText),
  }),
  v.strictObject({
    type: v.literal('figure'),
    result: name,
    figure: v.exactOptional(count),
    title: v.exactOptional(shortText),
  }),
  v.strictObject({ type: v.literal('page-break') }),
]);

export const reportDocument = v.strictObject({
  title: shortText,
  subtitle: shortText,
  authors: shortText,
  date: shortText,
  blocks: v.pipe(v.array(block), v.maxLength(2_000)),
});

/** Looked at closely where it is used: src/measures says what is wrong with it, and where. */
export const someMeasure = v.custom<Measure>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'a measure is an object',
);

export const evaluation = v.strictObject({
  format: v.literal('attune-evaluation/1'),
  title: shortText,
  measures: v.exactOptional(v.pipe(v.array(someMeasure), v.maxLength(200))),
  sources: v.array(
    v.strictObject({
      file: name,
      table: name,
      label: shortText,
      unit: shortText,
      decisions: v.exactOptional(decisionChanges),
    }),
  ),
  tables: v.array(tableDefinition),
  cohorts: v.array(v.strictObject({ name, label: shortText, table: name, condition })),
  analyses: v.array(analysisSpec),
  report: reportDocument,
});

export const variableChange = v.strictObject({
  label: v.exactOptional(shortText),
  values: v.exactOptional(v.pipe(v.array(valueLabel), v.maxLength(10_000))),
});

const rowChoice = {
  table: name,
  cohort: v.exactOptional(name),
  within: v.exactOptional(condition),
  sort: v.exactOptional(
    v.pipe(v.array(v.strictObject({ variable: name, descending: v.boolean() })), v.maxLength(20)),
  ),
  find: v.exactOptional(shortText),
};

export const rowRequest = v.strictObject({
  ...rowChoice,
  offset: count,
  limit: v.pipe(count, v.maxValue(10_000)),
});

export const rowPlace = v.strictObject({ ...rowChoice, row: count });

export const cellSearch = v.strictObject({
  ...rowChoice,
  text: shortText,
  variables: v.pipe(v.array(name), v.maxLength(10_000)),
  from: v.exactOptional(v.strictObject({ position: count, variable: name })),
  back: v.exactOptional(v.boolean()),
});
