import { fullWords, rowsOf } from './bitmaps.as';
import { BLOCK, BLOCK_WORDS, JOB, LIST } from './lists.as';
import { doSums } from './sums.as';

/** Places that codes are counted in by turns, so that none waits for the one before it; in bytes. */
const PLACE: usize = 1024;

// @ts-ignore: decorator
@inline
function add(place: usize): void {
  store<u32>(place, load<u32>(place) + 1);
}

/** Counts codes that stand one after another. */
function tallyBytes(codes: usize, rows: usize, counts: usize, scratch: usize): void {
  memory.fill(scratch, 0, 8 * PLACE);
  const end = codes + rows;
  for (; codes < end; codes += 8) {
    const eight = load<u64>(codes);
    add(scratch + ((<usize>eight & 0xff) << 2));
    add(scratch + PLACE + ((<usize>(eight >> 8) & 0xff) << 2));
    add(scratch + 2 * PLACE + ((<usize>(eight >> 16) & 0xff) << 2));
    add(scratch + 3 * PLACE + ((<usize>(eight >> 24) & 0xff) << 2));
    add(scratch + 4 * PLACE + ((<usize>(eight >> 32) & 0xff) << 2));
    add(scratch + 5 * PLACE + ((<usize>(eight >> 40) & 0xff) << 2));
    add(scratch + 6 * PLACE + ((<usize>(eight >> 48) & 0xff) << 2));
    add(scratch + 7 * PLACE + (<usize>(eight >> 56) << 2));
  }
  for (let code: usize = 0; code < PLACE; code += 4, counts += 4) {
    let n: u32 = 0;
    for (let at = scratch + code; at < scratch + 8 * PLACE; at += PLACE) n += load<u32>(at);
    if (n !== 0) store<u32>(counts, load<u32>(counts) + n);
  }
}

function tallyShorts(codes: usize, rows: usize, counts: usize): void {
  const end = codes + (rows << 1);
  for (; codes < end; codes += 4) {
    const two = load<u32>(codes);
    add(counts + ((two & 0xffff) << 2));
    add(counts + ((two >> 16) << 2));
  }
}

/** Counts the codes of some rows. */
function tallyRows(width: u32, codes: usize, rows: usize, end: usize, counts: usize): void {
  if (width === 1) {
    for (; rows < end; rows += 4) add(counts + (<usize>load<u8>(codes + load<u32>(rows)) << 2));
  } else {
    for (; rows < end; rows += 4) {
      add(counts + (<usize>load<u16>(codes + (load<u32>(rows) << 1)) << 2));
    }
  }
}

/**
 * Does several jobs for the rows of a bitmap; a job is what wasm-kernel.ts says. Tallies are done block by
 * block, while their rows are on a page each: such are read ahead of. All others wait until the list of
 * rows is full: what they read lies further apart, and is waited for all at once.
 */
export function tally(
  bitmap: usize,
  words: usize,
  jobs: usize,
  tallies: u32,
  many: u32,
  scratch: usize,
): void {
  const others = jobs + (<usize>tallies) * JOB;
  const last = jobs + (<usize>many) * JOB;
  const spare = scratch + LIST;
  let end = scratch;
  let tallied: usize = 0;
  for (let word: usize = 0; word < words; ) {
    const full: usize = word < tallied ? <usize>0 : fullWords(bitmap + (word << 2), words - word);
    if (full >= BLOCK_WORDS) {
      // Codes that stand one after another are counted faster than those of a list of rows.
      for (let job = jobs; job < others; job += JOB) {
        const counts = <usize>load<u32>(job, 4);
        const codes = <usize>load<u32>(job, 12);
        if (load<u32>(job, 8) === 1) tallyBytes(codes + (word << 5), full << 5, counts, spare);
        else tallyShorts(codes + (word << 6), full << 5, counts);
      }
      tallied = word + full;
    }
    if (word < tallied && others === last) {
      word = tallied;
      continue;
    }
    const some = min(BLOCK_WORDS, (word < tallied ? tallied : words) - word);
    const from = end;
    end += <usize>rowsOf(bitmap + (word << 2), some, <u32>(word << 5), from) << 2;
    if (word >= tallied) {
      for (let job = jobs; job < others; job += JOB) {
        const counts = <usize>load<u32>(job, 4);
        tallyRows(load<u32>(job, 8), <usize>load<u32>(job, 12), from, end, counts);
      }
    }
    if (others === last) {
      end = scratch;
    } else if (end > scratch + 2 * BLOCK) {
      doSums(others, last, scratch, end, spare);
      end = scratch;
    }
    word += some;
  }
  doSums(others, last, scratch, end, spare);
}
