import type { LeastSquares } from '../numeric/least-squares.ts';
import { leverages, type Qr } from '../numeric/qr.ts';

export interface InfluentialRow {
  /** Its position in the input, from 1. */
  row: number;
  leverage: number;
  cooks: number;
  /** The residual divided by its standard error without this row. */
  studentised: number | null;
}

export interface Influence {
  leverages: Float64Array;
  maxLeverage: number;
  /** Null where no row has a leverage below 1 or nothing is left over. */
  maxCooks: number | null;
  /** Cook's distance above 4 / n, the largest first. */
  rows: InfluentialRow[];
}

/** A leverage this close to 1 means that the row alone determines a coefficient. */
const ALONE = 1 - 1e-10;

/**
 * Leverages, Cook's distances (R. D. Cook, Technometrics 19, 1977) and deleted studentised residuals
 * (Belsley, Kuh & Welsch, Regression Diagnostics, 1980).
 * @param rows the positions of the rows in the input, from 0
 */
export function influenceOf(qr: Qr, fit: LeastSquares, rows: readonly number[]): Influence {
  const h = leverages(qr);
  const [n, k] = [h.length, qr.used.length];
  const df = n - k;
  const all = rows.flatMap((row, i): InfluentialRow[] => {
    const [leverage, residual] = [h[i] ?? 0, fit.residuals[i] ?? 0];
    if (leverage >= ALONE || fit.rss === 0) return [];
    const own = (residual * residual) / (1 - leverage);
    const rest = (fit.rss - own) / (df - 1);
    return [
      {
        row: row + 1,
        leverage,
        cooks: ((own / (fit.rss / df)) * leverage) / (1 - leverage) / k,
        studentised: df > 1 && rest > 0 ? residual / Math.sqrt(rest * (1 - leverage)) : null,
      },
    ];
  });
  return {
    leverages: h,
    maxLeverage: h.reduce((a, b) => Math.max(a, b), 0),
    maxCooks: all.length === 0 ? null : all.reduce((most, { cooks }) => Math.max(most, cooks), 0),
    rows: all.filter(({ cooks }) => cooks > 4 / n).sort((a, b) => b.cooks - a.cooks),
  };
}
