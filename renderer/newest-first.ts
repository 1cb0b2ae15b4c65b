/**
 * Asks at most so many questions at a time. Of those that wait, the newest goes first: who scrolls past many
 * pages waits for the one where they stop.
 */
export function newestFirst(atATime: number): <T>(ask: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (ask) => {
    if (running === atATime) await new Promise<void>((begin) => waiting.push(begin));
    else running += 1;
    try {
      return await ask();
    } finally {
      // The place goes to the next one, or is free.
      const next = waiting.pop();
      if (next) next();
      else running -= 1;
    }
  };
}
