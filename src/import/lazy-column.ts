import { type CodeColumn, type Column, stretchRoom } from '../model/column.ts';
import { mergeTexts } from '../model/merge-texts.ts';
import { once } from '../model/once.ts';
import type { PackedTexts } from '../model/packed-texts.ts';
import type { CellsSource } from './column-source.ts';
import { packedOf, packedUtf8 } from './packed-utf8.ts';

/** Rows that are taken at a time. */
const STRETCH = 1 << 16;

/** A column that is put together when somebody reads its arrays; until then it can be taken in pieces. */
export function lazyColumn(type: Column['type'], rows: number, source: CellsSource): Column {
  const column = arraysOf(type, rows, source);
  // Not for `{ ...column, … }`: a changed column is not made from these cells any more.
  return Object.defineProperty(column, 'source', { value: source });
}

function arraysOf(type: Column['type'], rows: number, source: CellsSource): Column {
  const { reasons } = source;
  const whole = once(() => wholeArrays(rows, source, MAKE[type](rows)));
  if (type === 'codes') {
    const own = once(() => codesAndTexts(whole().values as Uint32Array, source));
    return {
      type,
      reasons,
      get missing() {
        return whole().missing;
      },
      get codes() {
        return own().codes;
      },
      get dictionary() {
        return own().dictionary;
      },
      get texts() {
        return own().texts;
      },
    } as CodeColumn;
  }
  return {
    type,
    reasons,
    get missing() {
      return whole().missing;
    },
    get values() {
      return whole().values;
    },
  } as Column;
}

const MAKE = {
  numbers: (n: number) => new Float64Array(n),
  days: (n: number) => new Int32Array(n),
  codes: (n: number) => new Uint32Array(n),
};

function wholeArrays(
  rows: number,
  source: CellsSource,
  values: Float64Array | Int32Array | Uint32Array,
) {
  const missing = new Uint8Array(rows);
  const room = stretchRoom(Math.min(rows, STRETCH));
  for (let from = 0; from < rows; from += STRETCH) {
    const stretch = source.stretch(from, Math.min(rows, from + STRETCH), room);
    values.set(stretch.values, from);
    missing.set(stretch.missing, from);
  }
  return { values, missing };
}

type CodesAndTexts = Pick<CodeColumn, 'codes' | 'dictionary'> & { texts: PackedTexts | undefined };

function codesAndTexts(codes: Uint32Array, { texts }: CellsSource): CodesAndTexts {
  const parts = [...texts.parts()];
  const [only] = parts;
  if (only && parts.length === 1) {
    if (!('bytes' in only)) return { codes, dictionary: only, texts: undefined };
    return withStrings(codes, only);
  }
  const packed = parts.map((part) => ('bytes' in part ? part : packedOf({ dictionary: part })));
  const { bytes, ends, places } = mergeTexts(packed);
  const all = Uint32Array.from(places.flatMap((each) => [...each]));
  const merged = packedUtf8(Buffer.from(bytes.buffer, 0, bytes.length), ends).texts;
  return withStrings(
    codes.map((code) => all[code] ?? 0),
    merged,
  );
}

function withStrings(codes: Uint32Array, texts: PackedTexts): CodesAndTexts {
  return {
    codes,
    texts,
    get dictionary() {
      return texts.all();
    },
  };
}
