/**
 * Asks at most so many questions at a time. Of those that wait, the newest goes first: who scrolls past many
 * pages waits for the one where they stop. Of what is asked in one go, too, the last is what matters most.
 */
export function newestFirst(atATime: number): <T>(ask: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;

  function begin(): void {
    if (running === atATime) return;
    const next = waiting.pop();
    if (next === undefined) return;
    running += 1;
    next();
  }

  return async (ask) => {
    await new Promise<void>((go) => {
      waiting.push(go);
      queueMicrotask(begin);
    });
    try {
      return await ask();
    } finally {
      running -= 1;
      begin();
    }
  };
}
