/** What one contender took. */
export interface Timing {
  /** Seconds until the data can be seen, where that is before the end. */
  usable?: number;
  seconds: number;
  /** The most memory the process held, in MB. */
  peak: number;
}

/** The times of several rounds, each by its median. */
export function medians(all: readonly Timing[]): Timing {
  const median = (of: (timing: Timing) => number) =>
    all.map(of).sort((a, b) => a - b)[all.length >> 1] ?? Number.NaN;
  return {
    usable: median(({ usable, seconds }) => usable ?? seconds),
    seconds: median(({ seconds }) => seconds),
    peak: median(({ peak }) => peak),
  };
}

/** Of this process, since `start`. */
export function timingSince(start: number): Timing {
  return {
    seconds: (performance.now() - start) / 1000,
    peak: process.resourceUsage().maxRSS / 1024,
  };
}
