import type { BoardNumbers } from '../../../src/model/board.ts';
import type { BoardLink } from '../../board/board-link.ts';
import type { LiveChart } from './live-chart.ts';

/** Name of the mark that is left at every painted answer; its detail is the time of the input. */
export const PAINTED = 'attune-painted';

/** Numbers that do not change for this long, in milliseconds, are read aloud and put into tables. */
const REST = 150;

/** Brings answers of the board onto the screen: all charts in one frame, however many answers came. */
export interface BoardPainter {
  /** Takes a chart in; returns the function that lets it go. */
  add(name: string, chart: LiveChart): () => void;
  /** Told in the frame in which the charts change. */
  onPaint(listener: (numbers: BoardNumbers) => void): () => void;
  /** Told once numbers have come to rest. */
  onRest(listener: (numbers: BoardNumbers) => void): () => void;
  stop(): void;
}

export function createPainter(link: BoardLink): BoardPainter {
  const charts = new Map<string, LiveChart>();
  const painting = new Set<(numbers: BoardNumbers) => void>();
  const resting = new Set<(numbers: BoardNumbers) => void>();
  let latest: BoardNumbers | null = null;
  let cause: number | null = null;
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  function paint(): void {
    frame = 0;
    if (latest === null) return;
    for (const [name, chart] of charts) {
      const numbers = latest.charts[name];
      if (numbers !== undefined) chart.paint(numbers);
    }
    for (const listener of painting) listener(latest);
    if (cause !== null) {
      // Only the last one is kept; who measures has been told of each.
      performance.clearMarks(PAINTED);
      performance.mark(PAINTED, { detail: cause });
      cause = null;
    }
    clearTimeout(rest);
    rest = setTimeout(settle, REST);
  }

  function settle(): void {
    if (latest === null) return;
    for (const chart of charts.values()) chart.refreshWords();
    for (const listener of resting) listener(latest);
  }

  const end = link.listen((numbers, since) => {
    latest = numbers;
    cause ??= since;
    if (frame === 0) frame = requestAnimationFrame(paint);
  });

  return {
    add(name, chart) {
      charts.set(name, chart);
      const numbers = link.numbers()?.charts[name];
      if (numbers !== undefined) chart.paint(numbers);
      return () => {
        if (charts.get(name) === chart) charts.delete(name);
      };
    },
    onPaint(listener) {
      painting.add(listener);
      return () => painting.delete(listener);
    },
    onRest(listener) {
      resting.add(listener);
      return () => resting.delete(listener);
    },
    stop() {
      end();
      cancelAnimationFrame(frame);
      clearTimeout(rest);
    },
  };
}
