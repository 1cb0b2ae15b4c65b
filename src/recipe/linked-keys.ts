import * as v from 'valibot';
import { compositeKey } from '../columns/composite-key.ts';
import type { Column } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import { held } from './edit-frame.ts';
import { name, names } from './parameters.ts';

/** One name, as recipes had it before keys could have several parts, or a list. */
const keyNames = v.pipe(
  v.union([name, names]),
  v.transform((key) => (typeof key === 'string' ? [key] : key)),
);

/** How rows of another table belong to rows of this one: by as many variables there as here. */
export const linkedKeys = { table: name, key: keyNames, foreignKey: keyNames };

export interface LinkedKeys {
  own: Column;
  foreign: Column;
  /** "Client ID and Date" */
  label: string;
}

/** @throws Refusal `unknown-variable`, `bad-parameter` */
export function holdKeys(
  frame: Frame,
  other: Frame,
  { key, foreignKey }: { key: readonly string[]; foreignKey: readonly string[] },
): LinkedKeys {
  if (key.length !== foreignKey.length) {
    throw new Refusal(
      'bad-parameter',
      `The key has ${key.length} ${key.length === 1 ? 'variable' : 'variables'} here and ${foreignKey.length} in the other table.`,
      {
        hint: 'Give a variable there for each here, in the same order.',
        where: { option: 'foreignKey' },
      },
    );
  }
  const own = key.map((each) => held(frame, each));
  const foreign = foreignKey.map((each) => held(other, each));
  return {
    own: compositeKey(own.map(({ column }) => column)),
    foreign: compositeKey(foreign.map(({ column }) => column)),
    label: own.map(({ variable }) => variable.label).join(' and '),
  };
}
