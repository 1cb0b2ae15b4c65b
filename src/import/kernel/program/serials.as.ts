/** Days as Excel counts them, the first and the last that may be meant. */
export const FIRST_SERIAL: u64 = 34_000;
export const LAST_SERIAL: u64 = 60_000;
