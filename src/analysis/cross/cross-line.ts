import { formatNumber, formatP } from '../../model/format.ts';
import { escapeRich } from '../../model/rich.ts';
import type { ContingencyTable } from '../cross/contingency-table.ts';
import type { Association } from '../cross/table-association.ts';
import { apaList, apaTest, apaValue } from '../parts/apa.ts';
import { shareWords } from '../parts/percent.ts';
import { quantity } from '../parts/quantity.ts';
import { count } from '../parts/words.ts';

export const PRIMARY = { 'chi-square': 'χ² test', fisher: 'Fisher’s exact test' };

export type Primary = keyof typeof PRIMARY;

export function crossLine(
  label: string,
  table: ContingencyTable,
  tests: Association,
  primary: Primary,
) {
  const p = primary === 'fisher' ? tests.fisherP : tests.p;
  const refused =
    p === null
      ? (primary === 'fisher' ? tests.fisherRefused : tests.refused) || 'a category is empty'
      : '';
  const chi = { refused: tests.refused || 'a category is empty' };
  const first = table.rows[0] ?? '';
  const shares = table.columns.map(
    (column, j) =>
      `${escapeRich(column)} ${shareWords(table.counts[0]?.[j] ?? 0, table.columnTotals[j] ?? 0, '')}`,
  );
  return {
    label,
    n: table.n,
    p,
    refused,
    quantities: [
      quantity('n', 'n', '*n*', table.n, 'count'),
      quantity('chi-square', 'χ²', 'χ²', tests.chisq, 'statistic', chi),
      quantity('df', 'degrees of freedom', '*df*', tests.df, 'count', chi),
      quantity(
        primary === 'chi-square' ? 'p' : 'p-chi-square',
        'p of χ²',
        '*p*',
        tests.p,
        'p',
        chi,
      ),
      quantity(
        primary === 'fisher' ? 'p' : 'fisher-p',
        'p of Fisher’s exact test',
        '*p*',
        tests.fisherP,
        'p',
        {
          header: 'Fisher *p*',
          refused: tests.fisherRefused || 'it could not be computed',
        },
      ),
      quantity('v', 'Cramér’s V', '*V*', tests.v, 'correlation', chi),
    ],
    apa: apaList(
      `${apaTest('χ²', [tests.df], tests.chisq, tests.p)}`,
      `*N* = ${count(table.n)}`,
      primary === 'fisher' &&
        tests.fisherP !== null &&
        `Fisher’s exact test ${formatP(tests.fisherP)}`,
      apaValue('*V*', tests.v, 'correlation'),
    ),
    plain: `${escapeRich(label)} “${escapeRich(first)}”: ${shares.join(', ')}${p === null ? '' : ` (${formatP(p)})`}.`,
    notes: tests.small
      ? [
          {
            kind: 'caution' as const,
            text: `${escapeRich(label)}: expected counts are small (smallest ${formatNumber(tests.smallestExpected, 'statistic')}), so Fisher’s exact test stands beside χ².`,
            citation: 'Cochran (1954)',
          },
        ]
      : [],
  };
}
