import * as v from 'valibot';
import { DIMENSIONS, FORMATS, type Rule, type RuleTest, SEVERITIES } from '../../model/quality.ts';
import { condition, name, shortText } from './plain.ts';

const names = v.pipe(v.array(name), v.minLength(1), v.maxLength(2_000));
const texts = v.pipe(v.array(shortText), v.minLength(1), v.maxLength(10_000));
const when = v.exactOptional(condition);
const finite = v.pipe(v.number(), v.finite());
const days = v.exactOptional(v.pipe(v.number(), v.integer()));
const maybe = v.exactOptional(finite);
const yes = v.exactOptional(v.boolean());
const of = <K extends RuleTest['kind']>(kind: K) => v.literal(kind);
const linked = v.strictObject({ table: name, key: name, foreignKey: name, variable: name });

const ruleTest = v.variant('kind', [
  v.strictObject({ kind: of('required'), variables: names, when }),
  v.strictObject({ kind: of('fits'), variables: names }),
  v.strictObject({
    kind: of('range'),
    variables: names,
    low: maybe,
    high: maybe,
    whole: yes,
    when,
  }),
  v.strictObject({ kind: of('in-list'), variable: name, values: texts }),
  v.strictObject({
    kind: of('code-list'),
    variable: name,
    list: name,
    on: v.exactOptional(name),
    local: v.exactOptional(v.literal('allowed')),
  }),
  v.strictObject({ kind: of('spelling'), variable: name }),
  v.strictObject({ kind: of('shape'), variable: name, shapes: v.pipe(texts, v.maxLength(50)) }),
  v.strictObject({ kind: of('format'), variable: name, format: v.picklist(FORMATS) }),
  v.strictObject({ kind: of('unique'), variables: names, anyCase: yes }),
  v.strictObject({ kind: of('no-repeats') }),
  v.strictObject({
    kind: of('at-most'),
    n: v.pipe(v.number(), v.integer(), v.minValue(1)),
    per: names,
    when,
  }),
  v.strictObject({ kind: of('same-for'), variable: name, per: name }),
  v.strictObject({
    kind: of('exists'),
    variable: name,
    table: name,
    key: name,
    where: v.exactOptional(condition),
  }),
  v.strictObject({ kind: of('first-id'), variable: name, table: name, key: name, by: names }),
  v.strictObject({
    kind: of('order'),
    variable: name,
    after: v.union([name, linked]),
    least: days,
    most: days,
  }),
  v.strictObject({ kind: of('second-date'), variable: name, second: name, due: days, when }),
  v.strictObject({
    kind: of('second-row'),
    variable: name,
    per: name,
    time: name,
    first: texts,
    second: texts,
    due: days,
    when,
  }),
  v.strictObject({ kind: of('not-future'), variables: names }),
  v.strictObject({ kind: of('default-date'), variables: names }),
  v.strictObject({ kind: of('missing-code'), variable: name, values: texts }),
  v.strictObject({ kind: of('weekday'), variable: name, when }),
  v.strictObject({
    kind: of('equal'),
    variable: name,
    of: names,
    how: v.picklist(['sum', 'mean']),
    reversed: v.exactOptional(v.pipe(v.array(name), v.maxLength(2_000))),
    around: maybe,
  }),
  v.strictObject({
    kind: of('computed'),
    variable: name,
    expression: v.pipe(v.string(), v.minLength(1), v.maxLength(5_000)),
  }),
  v.strictObject({ kind: of('straight-line'), variables: names }),
  v.strictObject({ kind: of('identifiers'), variable: name }),
  v.strictObject({ kind: of('volume'), variable: name }),
  v.strictObject({ kind: of('full-years'), variable: name }),
  v.strictObject({ kind: of('every-year'), variables: names, by: name }),
  v.strictObject({ kind: of('all-loaded') }),
  v.strictObject({ kind: of('no-footer') }),
  v.strictObject({ kind: of('as-written'), variables: names }),
  v.strictObject({ kind: of('date-order'), variables: names }),
]);

export const rule: v.GenericSchema<unknown, Rule> = v.strictObject({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
  table: name,
  test: ruleTest,
  severity: v.picklist(SEVERITIES),
  dimension: v.picklist(DIMENSIONS),
  most: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  label: v.exactOptional(shortText),
  why: v.exactOptional(shortText),
  from: v.picklist(['suggested', 'person']),
  on: v.boolean(),
});

/** Rules as a file. */
export const ruleFile = v.strictObject({
  format: v.literal('attune-rules/1'),
  rules: v.pipe(v.array(rule), v.maxLength(10_000)),
});

export const ruleId = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));
export const rowNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
export const rowNumbers = v.pipe(v.array(rowNumber), v.maxLength(100_000));
/** A site, a service, a person. */
export const sender = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
export const lastDay = v.nullable(v.pipe(v.string(), v.isoDate()));
