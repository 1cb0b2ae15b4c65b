import { formatNumber } from '../../model/format.ts';
import type { Estimate, ResultTable } from '../../model/result.ts';
import { estimatesOf, linesTable, type QuantityLine, quantity } from '../parts/quantity.ts';
import type { Quantiles } from '../statistics/descriptives.ts';
import { type Line, nameOf } from './line.ts';

const TYPES = [
  ['quantile_type7', '7 (R, Excel)'],
  ['quantile_type6_spss', '6 (SPSS)'],
  ['quantile_type2_sas', '2 (SAS)'],
] as const;

const AT: readonly (readonly [keyof Quantiles, string])[] = [
  ['p5', '5 %'],
  ['p10', '10 %'],
  ['p25', '25 %'],
  ['p50', '50 %'],
  ['p75', '75 %'],
  ['p90', '90 %'],
  ['p95', '95 %'],
];

/** Skewness and kurtosis in their three forms, robust measures, and quantiles in three definitions. */
export function shapeTables(lines: readonly Line[]): {
  tables: ResultTable[];
  estimates: Estimate[];
} {
  const shapes = lines.map(shapeLine);
  return {
    tables: [
      linesTable(
        {
          id: 'shape',
          title: 'Shape and robust measures',
          first: 'Variable',
          level: 0.95,
          notes: [
            '*g*~1~, *g*~2~: moments; *G*~1~, *G*~2~: adjusted, as SPSS and Excel; *b*~1~, *b*~2~: as Minitab. Kurtosis: excess. Trimmed: without the lowest and highest 20 %. MAD: median absolute deviation, times 1.4826.',
          ],
        },
        shapes,
      ),
      linesTable(
        { id: 'quantiles', title: 'Quantiles', first: 'Variable, type', level: 0.95 },
        lines.flatMap((line) =>
          TYPES.map(([key, words]) => ({
            label: `${nameOf(line)}, ${words}`,
            quantities: AT.map(([at, header]) =>
              quantity(at, header, header, line.described?.[key][at], 'number', { only: 'column' }),
            ),
          })),
        ),
      ),
    ],
    estimates: shapes.flatMap((shape) =>
      estimatesOf(shape, 0.95, {
        keyOf: (key) => `${key}[${shape.label}]`,
        refused: 'too few values, or all the same',
      }),
    ),
  };
}

function shapeLine(line: Line): QuantityLine {
  const d = line.described;
  const { skewness, kurtosis_excess: kurtosis } = d ?? {};
  const withError = (value: number | null | undefined, se: number | null | undefined) =>
    value === null || value === undefined || se === null || se === undefined
      ? {}
      : { text: `${formatNumber(value, 'statistic')} (${formatNumber(se, 'statistic')})` };
  return {
    label: nameOf(line),
    quantities: [
      quantity('skewness-g1', 'skewness g1', '*g*~1~', skewness?.type1_g1, 'statistic'),
      quantity('skewness-G1', 'skewness G1', '*G*~1~', skewness?.type2_G1_spss_excel, 'statistic', {
        header: '*G*~1~ (SE)',
        ...withError(skewness?.type2_G1_spss_excel, d?.se_skewness),
      }),
      quantity('skewness-b1', 'skewness b1', '*b*~1~', skewness?.type3_b1, 'statistic'),
      quantity('kurtosis-g2', 'kurtosis g2', '*g*~2~', kurtosis?.type1_g2, 'statistic'),
      quantity('kurtosis-G2', 'kurtosis G2', '*G*~2~', kurtosis?.type2_G2_spss_excel, 'statistic', {
        header: '*G*~2~ (SE)',
        ...withError(kurtosis?.type2_G2_spss_excel, d?.se_kurtosis),
      }),
      quantity('kurtosis-b2', 'kurtosis b2', '*b*~2~', kurtosis?.type3_b2, 'statistic'),
      quantity('trimmed-mean', 'mean, 20 % trimmed', 'Trimmed *M*', d?.trimmed_mean_20, 'mean'),
      quantity('mad', 'median absolute deviation', 'MAD', d?.mad_scaled, 'mean'),
      quantity('se', 'standard error of the mean', 'SE', d?.se, 'mean'),
      quantity('cv', 'coefficient of variation', 'CV', d?.cv, 'statistic'),
      quantity('geometric-mean', 'geometric mean', 'Geometric *M*', d?.geometric_mean, 'mean', {
        refused: 'not every value is above 0',
      }),
    ],
  };
}
