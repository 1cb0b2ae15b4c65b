import type { RuleKindFacts, RuleKindName, RuleTest } from '../model/quality.ts';
import { allLoaded } from './kinds/all-loaded.ts';
import { asWritten } from './kinds/as-written.ts';
import { atMost } from './kinds/at-most.ts';
import { codeList } from './kinds/code-list.ts';
import { computed } from './kinds/computed.ts';
import { dateOrder } from './kinds/date-order.ts';
import { defaultDate } from './kinds/default-date.ts';
import { equal } from './kinds/equal.ts';
import { everyYear } from './kinds/every-year.ts';
import { exists } from './kinds/exists.ts';
import { firstId } from './kinds/first-id.ts';
import { fits } from './kinds/fits.ts';
import { format } from './kinds/format.ts';
import { fullYears } from './kinds/full-years.ts';
import { identifiers } from './kinds/identifiers.ts';
import { inList } from './kinds/in-list.ts';
import { missingCode } from './kinds/missing-code.ts';
import { noFooter } from './kinds/no-footer.ts';
import { noRepeats } from './kinds/no-repeats.ts';
import { notFuture } from './kinds/not-future.ts';
import { order } from './kinds/order.ts';
import { range } from './kinds/range.ts';
import { required } from './kinds/required.ts';
import { sameFor } from './kinds/same-for.ts';
import { secondDate } from './kinds/second-date.ts';
import { secondRow } from './kinds/second-row.ts';
import { shape } from './kinds/shape.ts';
import { spelling } from './kinds/spelling.ts';
import { straightLine } from './kinds/straight-line.ts';
import { unique } from './kinds/unique.ts';
import { volume } from './kinds/volume.ts';
import { weekday } from './kinds/weekday.ts';
import type { RuleKind, TestOf } from './rule-kind.ts';

/** One record a kind of rule; the compiler holds it complete. */
const KINDS: { readonly [K in RuleKindName]: RuleKind<TestOf<K>> } = {
  required,
  fits,
  range,
  'in-list': inList,
  'code-list': codeList,
  spelling,
  shape,
  format,
  unique,
  'no-repeats': noRepeats,
  'at-most': atMost,
  'same-for': sameFor,
  exists,
  'first-id': firstId,
  order,
  'second-date': secondDate,
  'second-row': secondRow,
  'not-future': notFuture,
  'default-date': defaultDate,
  'missing-code': missingCode,
  weekday,
  equal,
  computed,
  'straight-line': straightLine,
  identifiers,
  volume,
  'full-years': fullYears,
  'every-year': everyYear,
  'all-loaded': allLoaded,
  'no-footer': noFooter,
  'as-written': asWritten,
  'date-order': dateOrder,
};

/** The record of a test's own kind. */
export function kindOf(test: RuleTest): RuleKind {
  return KINDS[test.kind] as RuleKind;
}

/** Every kind, as the rule builder lists it. */
export function ruleKinds(): RuleKindFacts[] {
  return Object.entries(KINDS).map(([kind, { label, severity, dimension, fields }]) => ({
    kind: kind as RuleKindName,
    label,
    severity,
    dimension,
    fields,
  }));
}
