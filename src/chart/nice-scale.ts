/** A value axis: its limits, the distance of its ticks, and the ticks. */
export interface Scale {
  low: number;
  high: number;
  step: number;
  ticks: readonly number[];
}

const STEPS = [1, 2, 2.5, 5, 10];

/**
 * A scale with round ticks (1, 2, 2.5 or 5 times a power of ten) that holds all values from `low` to `high`.
 * @param whole counts: no ticks between whole numbers
 * @example niceScale(0, 777) // 0, 200, 400, 600, 800
 */
export function niceScale(low: number, high: number, whole = false, wanted = 5): Scale {
  if (!(high > low)) {
    const pad = low === 0 ? 1 : Math.abs(low) / 2;
    return niceScale(low === 0 ? 0 : low - pad, low + pad, whole, wanted);
  }
  const step = niceStep((high - low) / wanted, whole);
  const first = Math.floor(clean(low / step));
  const last = Math.ceil(clean(high / step));
  return {
    low: clean(first * step),
    high: clean(last * step),
    step,
    ticks: ticksOf(first, last, step),
  };
}

/**
 * A scale between limits that are given, such as the range of a questionnaire. Ticks start at the lower limit;
 * the upper limit is a tick whenever a round step allows it.
 * @example limitedScale(1, 7) // 1, 2, 3, 4, 5, 6, 7
 */
export function limitedScale(low: number, high: number, whole = false): Scale {
  const span = high - low;
  const power = 10 ** Math.floor(Math.log10(span));
  const candidates = [power / 10, power, power * 10].flatMap((p) => STEPS.map((s) => clean(s * p)));
  const fitting = candidates.filter((step) => {
    const parts = clean(span / step);
    return (
      Number.isInteger(parts) && parts >= 3 && parts <= 8 && (!whole || Number.isInteger(step))
    );
  });
  const step = fitting[0] ?? niceStep(span / 6, whole);
  const count = Math.floor(clean(span / step));
  const ticks = Array.from({ length: count + 1 }, (_, i) => clean(low + i * step));
  return { low, high, step, ticks };
}

function niceStep(raw: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const steps = STEPS.map((step) => clean(step * power));
  const step = steps.find((s) => s >= raw * 0.999 && (!whole || Number.isInteger(s)));
  return step ?? (whole ? Math.max(1, Math.ceil(raw)) : power * 10);
}

function ticksOf(first: number, last: number, step: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => clean((first + i) * step));
}

/** Without the dust of binary fractions: 0.30000000000000004 → 0.3. */
function clean(value: number): number {
  const cleaned = Number(value.toPrecision(12));
  return cleaned === 0 ? 0 : cleaned;
}
