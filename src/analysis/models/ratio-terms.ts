import type { ForestFigure } from '../../model/figure.ts';
import { forestFigure } from '../figures/forest-figure.ts';
import type { QuantityLine } from '../parts/quantity.ts';

/** Ratios of the terms of a model against 1, on a log axis. */
export function ratioForest(
  about: {
    title: string;
    subtitle: string;
    value: string;
    symbol: string;
    key: string;
    level: number;
    sides: { low: string; high: string };
  },
  lines: readonly QuantityLine[],
): ForestFigure {
  const { key, ...rest } = about;
  return forestFigure(
    {
      ...rest,
      label: 'Term',
      format: 'statistic',
      log: true,
      reference: { at: 1, label: 'No difference' },
    },
    lines.flatMap(({ label, quantities }) => {
      const ratio = quantities.find((each) => each.key === key);
      return ratio ? [{ label, value: ratio.value, ci: ratio.ci ?? null }] : [];
    }),
  );
}
