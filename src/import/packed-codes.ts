import { type Column, packedColumn } from '../model/column.ts';
import type { PackedTexts } from '../model/packed-texts.ts';
import { packedUtf8 } from './packed-utf8.ts';
import type { RawValues } from './raw-table.ts';

interface PackedCells {
  codes: RawValues['codes'];
  texts: PackedTexts;
  /** What some of the texts have become. */
  changed: ReadonlyMap<number, string>;
}

/** A code column over the rows that are loaded, its dictionary made from bytes and kept packed. */
export function packedCodes(
  { codes, texts, changed }: PackedCells,
  rows: Uint32Array,
  missing: Uint8Array,
  reasons: readonly string[],
): Column {
  const own = new Uint32Array(texts.size);
  const result = new Uint32Array(rows.length);
  const twins = twinsOf(texts, changed);
  const order = new Uint32Array(texts.size);
  let size = 0;
  for (let i = 0; i < rows.length; i++) {
    if (missing[i] !== 0) continue;
    let code = codes[rows[i] as number] as number;
    code = twins.get(code) ?? code;
    // One more than the new code, so that 0 is none.
    if (own[code] === 0) {
      order[size] = code;
      own[code] = ++size;
    }
    result[i] = (own[code] as number) - 1;
  }
  const dictionary = gather(texts, changed, order.subarray(0, size));
  return packedColumn({ codes: result, missing, reasons, texts: dictionary });
}

/** For each changed text that is now like another, the code of that one. */
function twinsOf(texts: PackedTexts, changed: PackedCells['changed']): Map<number, number> {
  const twins = new Map<number, number>();
  if (changed.size === 0) return twins;
  const first = new Map<string, number>();
  const lengths = new Set<number>();
  for (const [code, text] of changed) {
    const known = first.get(text);
    if (known !== undefined) twins.set(code, known);
    else {
      first.set(text, code);
      lengths.add(Buffer.byteLength(text));
    }
  }
  const { ends } = texts;
  for (let code = 1; code < texts.size; code++) {
    if (changed.has(code) || !lengths.has((ends[code] as number) - (ends[code - 1] as number))) {
      continue;
    }
    const like = first.get(texts.text(code));
    if (like !== undefined) twins.set(code, like);
  }
  return twins;
}

function gather(
  { bytes, ends }: PackedTexts,
  changed: PackedCells['changed'],
  order: Uint32Array,
): PackedTexts {
  const place = (code: number) => {
    const text = changed.get(code);
    return text === undefined ? bytes.subarray(ends[code - 1], ends[code]) : Buffer.from(text);
  };
  const own = new Uint32Array(order.length);
  const into = Buffer.allocUnsafe(bytes.length);
  let at = 0;
  for (let i = 0; i < order.length; i++) {
    const code = order[i] as number;
    if (changed.size === 0) {
      const end = ends[code] as number;
      for (let from = ends[code - 1] as number; from < end; from++)
        into[at++] = bytes[from] as number;
    } else {
      const text = place(code);
      into.set(text, at);
      at += text.length;
    }
    own[i] = at;
  }
  const { texts } = packedUtf8(into.subarray(0, at), own);
  return texts;
}
