import type { CodeColumn, Column } from '../model/column.ts';

/** Rows of `below` under the rows of `above`; both columns are of one type, the dictionary is one. */
export function joinColumns(above: Column, below: Column): Column {
  const missing = joinMissing(above, below);
  if (above.type === 'codes' && below.type === 'codes') {
    return { type: 'codes', ...missing, ...joinCodes(above, below) };
  }
  if (above.type === 'numbers' && below.type === 'numbers') {
    const values = new Float64Array(above.values.length + below.values.length);
    values.set(above.values);
    values.set(below.values, above.values.length);
    return { type: 'numbers', ...missing, values };
  }
  if (above.type === 'days' && below.type === 'days') {
    const values = new Int32Array(above.values.length + below.values.length);
    values.set(above.values);
    values.set(below.values, above.values.length);
    return { type: 'days', ...missing, values };
  }
  throw new Error(`a column of ${below.type} cannot stand under one of ${above.type}`);
}

function joinCodes(above: CodeColumn, below: CodeColumn): Pick<CodeColumn, 'codes' | 'dictionary'> {
  const dictionary = [...above.dictionary];
  const codeOf = new Map(dictionary.map((text, code) => [text, code]));
  const moved = below.dictionary.map((text) => {
    const known = codeOf.get(text);
    return known ?? dictionary.push(text) - 1;
  });
  const codes = new Uint32Array(above.codes.length + below.codes.length);
  codes.set(above.codes);
  for (const [row, code] of below.codes.entries()) {
    codes[above.codes.length + row] = below.missing[row] === 0 ? (moved[code] ?? 0) : 0;
  }
  return { codes, dictionary };
}

function joinMissing(above: Column, below: Column): Pick<Column, 'missing' | 'reasons'> {
  const reasons = [...above.reasons];
  const moved = below.reasons.map((reason) => {
    const at = reasons.indexOf(reason);
    return Math.min(255, at >= 0 ? at + 1 : reasons.push(reason));
  });
  const missing = new Uint8Array(above.missing.length + below.missing.length);
  missing.set(above.missing);
  for (const [row, code] of below.missing.entries()) {
    missing[above.missing.length + row] = code === 0 ? 0 : (moved[code - 1] ?? 1);
  }
  return { missing, reasons };
}
