import type { ForestFigure, ForestRow } from '../../model/figure.ts';
import type { NumberFormat } from '../../model/number-format.ts';
import type { Bounds } from '../parts/quantity.ts';
import { withBounds } from '../parts/quantity.ts';
import { percentLevel } from '../parts/words.ts';

export interface ForestLine {
  label: string;
  group?: string;
  value: number | null;
  ci: Bounds | null;
  refused?: string;
  cells?: readonly string[];
}

interface ForestAbout {
  title: string;
  subtitle: string;
  /** Heading of the labels: "Outcome". */
  label: string;
  /** What is estimated: "Mean difference". */
  value: string;
  symbol: string;
  format: NumberFormat;
  level: number;
  reference: { at: number; label: string };
  sides?: { low: string; high: string };
  columns?: readonly string[];
  log?: boolean;
}

/** Estimates with their intervals against a line of no difference. */
export function forestFigure(about: ForestAbout, lines: readonly ForestLine[]): ForestFigure {
  const { format, level } = about;
  const rows = lines.map(({ ci, value, ...line }): ForestRow => {
    const [low, high] = ci ?? [null, null];
    const bounds = value === null || low === null || high === null ? {} : { low, high };
    return { ...line, value, ...bounds };
  });
  const told = lines.map(({ label, value, ci }) =>
    value === null ? `${label}: none` : `${label} ${withBounds(value, ci ?? [null, null], format)}`,
  );
  const withCi = lines.some(({ ci }) => ci !== null);
  return {
    kind: 'forest',
    title: about.title,
    subtitle: about.subtitle,
    x: { title: about.value, format, zero: false, ...(about.log ? { log: true } : {}) },
    label: about.label,
    estimate: withCi ? `${about.symbol} [${percentLevel(level)} CI]` : about.symbol,
    reference: about.reference,
    ...(about.sides ? { sides: about.sides } : {}),
    ...(about.columns ? { columns: about.columns } : {}),
    rows,
    notes: [],
    alt: `${about.value}${withCi ? ` with ${percentLevel(level)} intervals` : ''}. ${told.join('; ')}.`,
  };
}
