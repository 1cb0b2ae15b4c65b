import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HEADER =
  'row_id,person_id,nhs_number,received,seen_on,status,mode,score,rate,minutes,ward,note,first,decile';
const STATUS = ['Attended', 'Did not attend', 'Cancelled by family', 'Cancelled by service'];
const MODE = ['Face to face', 'Video', 'Telephone'];
const WARDS = ['Coldharbour', 'Tulse Hill', 'Vassall', 'Stockwell', 'Knights Hill', 'Thornton'];
const WORDS = ['called', 'family', 'visit', 'letter', 'moved', 'agreed', 'baby', 'well', 'again'];

/**
 * A made-up extract of appointments: 14 columns, about 117 bytes a row, with quotes, commas and line
 * ends inside quotes, half a per cent of letters beyond ASCII, and gaps. The same for the same size.
 * Made once, kept in the temporary folder.
 */
export function appointmentsCsv(rows: number): string {
  const folder = join(tmpdir(), 'attune-bench');
  const path = join(folder, `appointments-${rows}.csv`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const file = openSync(`${path}.part`, 'w');
  const random = seeded(20_240_401);
  let lines = [`${HEADER}\n`];
  for (let i = 0; i < rows; i++) {
    lines.push(line(i, random));
    if (lines.length < 10_000) continue;
    writeSync(file, lines.join(''));
    lines = [];
  }
  writeSync(file, lines.join(''));
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}

function line(i: number, random: () => number): string {
  const upTo = (n: number) => Math.floor(random() * n);
  const person = upTo(60_000);
  const year = 2015 + upTo(9);
  const month = two(1 + upTo(12));
  const cells = [
    i + 1,
    `HB-${String(person).padStart(6, '0')}`,
    `99900${String(person).padStart(5, '0')}`,
    `${year}-${month}-${two(1 + upTo(28))}`,
    random() < 0.04 ? '' : `${two(1 + upTo(28))}/${month}/${year}`,
    STATUS[upTo(STATUS.length)],
    random() < 0.03 ? '' : MODE[upTo(MODE.length)],
    random() < 0.1 ? '' : upTo(28),
    (upTo(2_000_000) / 1000).toFixed(3),
    upTo(120),
    random() < 0.02 ? '' : WARDS[upTo(WARDS.length)],
    note(i, random),
    random() < 0.5 ? 'Yes' : 'No',
    1 + upTo(10),
  ];
  return `${cells.join(',')}\n`;
}

function note(i: number, random: () => number): string {
  const kind = random();
  if (kind < 0.4) return '';
  const word = () => WORDS[Math.floor(random() * WORDS.length)] ?? '';
  const text = `${word()} ${word()} ${word()} ${i % 50_000}`;
  if (kind < 0.5) return `"${text}, ${word()}"`;
  if (kind < 0.51) return `"${text}\n${word()}"`;
  if (kind < 0.52) return `"${text} ""${word()}"""`;
  return kind < 0.525 ? `${text} – café` : text;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** Mulberry32: the same numbers for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
