import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, privateFolder } from '../data-folder.ts';
import { Refusal } from '../model/refusal.ts';
import { readMeta, writeMeta } from '../store/meta.ts';
import { checkWritable } from '../store/transaction.ts';
import type { Context } from './context.ts';

const ID = 'pseudonym-id';
const CHECK = 'pseudonym-check';

/**
 * HMAC-SHA-256 under the key of a project. The key lies in a file of its own in Attune's folder, never in the
 * project: whoever has the project alone can compute no pseudonym. It is made when it is first needed.
 * @throws Refusal `key-missing` when the project has pseudonyms and its key is not on this computer
 */
export function projectDigest(context: Context): (text: string) => Uint8Array {
  let key: Buffer | undefined;
  return (text) => {
    key ??= keyOf(context);
    return createHmac('sha256', key).update(text, 'utf8').digest();
  };
}

function keyOf(context: Context): Buffer {
  const { db } = context.project;
  const folder = join(dataFolder(), 'Keys');
  const id = readMeta(db, ID);
  if (id !== undefined) {
    const path = join(folder, `${id}.key`);
    const key = existsSync(path)
      ? Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
      : undefined;
    if (key && check(key) === readMeta(db, CHECK)) return key;
    throw new Refusal(
      'key-missing',
      'The key of this project’s pseudonyms is not on this computer.',
      {
        hint: `Copy the file ${id}.key from the computer where they were made into ${folder}. Without it, the same person would have two pseudonyms.`,
      },
    );
  }
  checkWritable(context.project);
  const [made, key] = [randomUUID(), randomBytes(32)];
  const path = join(privateFolder(folder), `${made}.key`);
  writeFileSync(path, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  writeMeta(db, ID, made);
  writeMeta(db, CHECK, check(key));
  return key;
}

/** Tells the right key from another one without telling anything of it. */
function check(key: Buffer): string {
  return createHmac('sha256', key).update('attune key check').digest('hex').slice(0, 16);
}
