import type { Measure, MeasureItem, Source, Subscale } from '../src/model/measure.ts';

/** A subscale as somebody writes it down. */
export interface SubscaleDraft {
  name: string;
  /** "1-7, 9"; empty means every item. */
  items: string;
  score: 'sum' | 'mean';
  direction: Subscale['direction'];
  /** Share of the items that has to be answered, in percent. */
  answered: number;
  /** Empty means none. */
  cutoff: string;
  cutoffSide: 'from' | 'to';
  reliable: string;
  original: Subscale | null;
}

/** A measure as somebody writes it down. */
export interface MeasureDraft {
  id: string;
  version: string;
  name: string;
  short: string;
  count: number;
  min: number;
  max: number;
  reversed: string;
  subscales: readonly SubscaleDraft[];
  /** Where the figures come from that are new here. */
  source: string;
  status: Source['status'];
  original: Measure | null;
}

const SUBSCALE: SubscaleDraft = {
  name: 'Total',
  items: '',
  score: 'sum',
  direction: 'higher',
  answered: 100,
  cutoff: '',
  cutoffSide: 'from',
  reliable: '',
  original: null,
};

export function blankDraft(): MeasureDraft {
  return {
    id: '',
    version: '1',
    name: '',
    short: '',
    count: 10,
    min: 0,
    max: 4,
    reversed: '',
    subscales: [SUBSCALE],
    source: '',
    status: 'convention',
    original: null,
  };
}

export function blankSubscale(): SubscaleDraft {
  return { ...SUBSCALE, name: '' };
}

/** A copy to be changed, under a version that is free. */
export function draftOf(measure: Measure, version: string): MeasureDraft {
  const { id, name, short, items, subscales } = measure;
  return {
    id,
    version,
    name,
    short,
    count: items.length,
    min: items[0]?.min ?? 0,
    max: items[0]?.max ?? 4,
    reversed: listed(items.filter(({ reverse }) => reverse).map(({ item }) => item)),
    subscales: subscales.map((subscale) => ({
      name: subscale.name,
      items: listed(subscale.items),
      score: subscale.score === 'mean' ? 'mean' : 'sum',
      direction: subscale.direction,
      answered: Math.floor((100 * subscale.missing.minItems) / Math.max(1, subscale.items.length)),
      cutoff: String(subscale.cutoffs[0]?.at ?? ''),
      cutoffSide: subscale.cutoffs[0]?.side ?? 'from',
      reliable: String(subscale.reliableChange[0]?.points ?? ''),
      original: subscale,
    })),
    source: '',
    status: 'convention',
    original: measure,
  };
}

/** "1-7, 9" → 1 2 3 4 5 6 7 9; null when it cannot be read. */
export function numbersIn(text: string): number[] | null {
  const parts = text.split(/[,;\s]+/).filter((part) => part !== '');
  const found: number[] = [];
  for (const part of parts) {
    const match = /^(\d{1,3})(?:[-–](\d{1,3}))?$/.exec(part);
    if (!match) return null;
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
    if (to < from) return null;
    for (let item = from; item <= to; item++) found.push(item);
  }
  return [...new Set(found)];
}

/** Neighbours as ranges: "1–7, 9". */
export function listed(items: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const item of [...items].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === item - 1) last[1] = item;
    else runs.push([item, item]);
  }
  return runs
    .map(([from, to]) =>
      to === from ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`,
    )
    .join(', ');
}

/** The measure that a draft describes, or the first thing that is wrong with it. */
export function measureOf(draft: MeasureDraft): { measure: Measure } | { fault: string } {
  const { original, min, max, count, version } = draft;
  const name = draft.name.trim();
  if (name === '') return { fault: 'The measure has no name.' };
  const reversed = numbersIn(draft.reversed);
  if (reversed === null) return { fault: 'Reversed items: write numbers, such as 2, 5.' };
  if (reversed.some((item) => item < 1 || item > count)) {
    return { fault: `Reversed items run from 1 to ${count}.` };
  }
  if (min >= max) return { fault: 'The lowest answer is not below the highest.' };
  const source: Source = { text: draft.source.trim() || 'Entered by hand.', status: draft.status };
  const items = itemsOf(draft, reversed);
  const isSameKey = JSON.stringify(items) === JSON.stringify(original?.items);
  const subscales: Subscale[] = [];
  for (const each of draft.subscales) {
    const made = subscaleOf(each, items, source);
    if ('fault' in made) return made;
    subscales.push(made.subscale);
  }
  if (subscales.length === 0) return { fault: 'A measure needs one score at least.' };
  if (new Set(subscales.map(({ key }) => key)).size < subscales.length) {
    return { fault: 'Two scores have the same name.' };
  }
  const short = draft.short.trim() || name;
  return {
    measure: {
      reference: '',
      licence: '',
      stage: '',
      cautions: [],
      answers: 'raw',
      ...original,
      id: draft.id || slug(short, '-') || 'measure',
      version: version.trim() || '1',
      name,
      short: short.slice(0, 40),
      items,
      key: isSameKey && original ? original.key : source,
      subscales,
    },
  };
}

function itemsOf(
  { original, count, min, max }: MeasureDraft,
  reversed: readonly number[],
): MeasureItem[] {
  return Array.from({ length: count }, (_, i) => {
    const item = i + 1;
    const before = original?.items.find((each) => each.item === item);
    const range =
      before?.values === undefined ? { min, max } : { min: before.min, max: before.max };
    return { ...before, item, ...range, reverse: reversed.includes(item) };
  });
}

function subscaleOf(
  draft: SubscaleDraft,
  all: readonly MeasureItem[],
  source: Source,
): { subscale: Subscale } | { fault: string } {
  const name = draft.name.trim();
  const { original } = draft;
  if (name === '') return { fault: 'A score has no name.' };
  const asked = draft.items.trim() === '' ? all.map(({ item }) => item) : numbersIn(draft.items);
  if (asked === null) return { fault: `${name}: write its items as numbers, such as 1-7, 9.` };
  const items = asked.map((wanted) => all.find(({ item }) => item === wanted));
  const absent = asked.find((_, i) => items[i] === undefined);
  if (absent !== undefined) return { fault: `${name}: there is no item ${absent}.` };
  const cutoff = numberIn(draft.cutoff);
  const reliable = numberIn(draft.reliable);
  if (Number.isNaN(cutoff)) return { fault: `${name}: the cut-off is no number.` };
  if (reliable !== null && !(reliable > 0)) {
    return { fault: `${name}: reliable change is a number above 0.` };
  }
  const isSupplied = asked.length === 0;
  const share = draft.score === 'mean' ? Math.max(1, asked.length) : 1;
  const ends = items.flatMap((item) => (item === undefined ? [] : [endsOf(item)]));
  const sum = (key: 'low' | 'high') => ends.reduce((total, end) => total + end[key], 0) / share;
  const minItems = isSupplied
    ? 0
    : Math.max(1, Math.ceil((draft.answered / 100) * asked.length - 1e-9));
  const range = isSupplied && original ? original.range : { low: sum('low'), high: sum('high') };
  if (cutoff !== null && (cutoff < range.low || cutoff > range.high)) {
    return { fault: `${name}: the cut-off is outside ${range.low} to ${range.high}.` };
  }
  const same = <T>(one: T, other: T | undefined) => JSON.stringify(one) === JSON.stringify(other);
  const missing = { minItems, prorate: minItems < asked.length };
  const of = (part: keyof Subscale['sources'], isSame: boolean) =>
    isSame && original ? original.sources[part] : source;
  return {
    subscale: {
      key: original?.key ?? (slug(name, '_') || 'score'),
      name,
      items: asked,
      score: isSupplied ? 'supplied' : draft.score,
      range,
      direction: draft.direction,
      level: original?.level ?? 'scale',
      levels: original?.levels ?? [],
      missing,
      cutoffs: cutoffsOf(draft, cutoff, source),
      reliableChange: reliableOf(draft, reliable, source),
      sources: {
        items: of('items', same(asked, original?.items as number[] | undefined)),
        range: of('range', same(range, original?.range)),
        direction: of('direction', draft.direction === original?.direction),
        missing: of('missing', same(missing, original?.missing)),
      },
    },
  };
}

function cutoffsOf(
  { original, cutoffSide }: SubscaleDraft,
  at: number | null,
  source: Source,
): Subscale['cutoffs'] {
  const [first, ...others] = original?.cutoffs ?? [];
  if (at === null) return [];
  if (first && first.at === at && first.side === cutoffSide) return [first, ...others];
  return [{ label: 'cut-off', at, side: cutoffSide, source }, ...others];
}

function reliableOf(
  { original }: SubscaleDraft,
  points: number | null,
  source: Source,
): Subscale['reliableChange'] {
  const [first, ...others] = original?.reliableChange ?? [];
  if (points === null) return [];
  if (first && first.points === points) return [first, ...others];
  return [{ points, source }, ...others];
}

function endsOf({ min, max, values }: MeasureItem): { low: number; high: number } {
  return values === undefined
    ? { low: min, high: max }
    : { low: Math.min(...values), high: Math.max(...values) };
}

/** null of nothing, NaN of what is no number. */
function numberIn(text: string): number | null {
  return text.trim() === '' ? null : Number(text.trim().replace(',', '.'));
}

function slug(text: string, between: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, between)
    .replace(/^[^a-z]+|[^a-z0-9]+$/g, '')
    .slice(0, 40);
}
