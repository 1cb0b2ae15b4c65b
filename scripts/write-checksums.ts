import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Writes SHA256SUMS-<system>.txt beside the installers of a folder, as `sha256sum --check` reads it. */
export async function writeChecksums(folder: string): Promise<string> {
  const installers = readdirSync(folder)
    .filter((name) => /^Attune-.*\.(exe|dmg|AppImage|deb)$/.test(name))
    .toSorted();
  const lines: string[] = [];
  for (const name of installers) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, name)), hash);
    lines.push(`${hash.digest('hex')}  ${name}\n`);
  }
  const file = join(folder, `SHA256SUMS-${process.platform}.txt`);
  writeFileSync(file, lines.join(''));
  return file;
}

if (import.meta.main) await writeChecksums(process.argv[2] ?? 'release');
