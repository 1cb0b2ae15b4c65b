import { archived } from './archive-mutant.ts';
import { Chance } from './chance.ts';
import { changedCells, changedMarkup, changedShape } from './sheet-mutant.ts';
import {
  buffers,
  mutantOf,
  type Parts,
  SHEET,
  STRINGS,
  soundParts,
  type XlsxMutant,
} from './xlsx-base.ts';

/** The mutant of a seed: always the same. */
export function mutantXlsx(seed: number): XlsxMutant {
  const chance = new Chance(seed);
  const parts = soundParts(chance);
  const change = chance.pick([
    changedCells,
    changedCells,
    changedShape,
    changedShape,
    changedShape,
    changedMarkup,
    changedMarkup,
    changedBytes,
    changedParts,
    archived,
    archived,
  ]);
  return change(parts, chance);
}

/** Bytes changed in one part, before it is packed. */
function changedBytes(parts: Parts, chance: Chance): XlsxMutant {
  const name = chance.once(3) ? chance.pick(Object.keys(parts)) : SHEET;
  const packed = buffers(parts);
  packed[name] = chance.scrambled(packed[name] ?? Buffer.alloc(0));
  return mutantOf(packed, `bytes of ${name}`);
}

/** Parts missing, empty, exchanged, under other names, or in another encoding. */
function changedParts(parts: Parts, chance: Chance): XlsxMutant {
  const packed = buffers(parts);
  const names = Object.keys(parts);
  const name = chance.pick(names);
  const content = packed[name] ?? Buffer.alloc(0);
  const what = chance.pick(['missing', 'empty', 'exchanged', 'renamed', 'in UTF-16', 'in Latin 1']);
  if (what === 'missing' || what === 'renamed') delete packed[name];
  if (what === 'renamed') {
    packed[chance.pick([name.toUpperCase(), `/${name}`, `../${name}`, '__proto__'])] = content;
  }
  if (what === 'empty') packed[name] = Buffer.alloc(0);
  if (what === 'exchanged') packed[name] = packed[chance.pick(names)] ?? content;
  if (what === 'in UTF-16') packed[name] = Buffer.from(`\ufeff${content}`, 'utf16le');
  if (what === 'in Latin 1')
    packed[name] = Buffer.from(`${content}`.replaceAll('i', 'ï'), 'latin1');
  const found = (wanted: string) =>
    packed[wanted] ?? packed[wanted.toUpperCase()] ?? packed[`/${wanted}`];
  return {
    ...mutantOf(packed, `${name} ${what}`),
    sheet: found(SHEET) ?? Buffer.alloc(0),
    strings: found(STRINGS),
  };
}
