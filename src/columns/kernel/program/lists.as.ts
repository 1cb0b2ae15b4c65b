/** Words of a bitmap that are looked at together, and so many rows 32 times. */
export const BLOCK_WORDS: usize = 128;
/** Bytes of the row numbers of a block, and of the list of them that most jobs wait for; some are written beyond. */
export const BLOCK: usize = BLOCK_WORDS * 32 * 4;
export const LIST: usize = 3 * BLOCK + 16;
/** Bytes of a job, and its kinds beside tallies; there are pairs, too. */
export const JOB: usize = 32;
export const SUMS: u32 = 1;
export const SUMS_BY: u32 = 2;
