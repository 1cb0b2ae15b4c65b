import { formatNumber, formatP } from '../../model/format.ts';
import { escapeRich } from '../../model/rich.ts';
import { apaInterval, apaList, apaTest, apaValue } from '../parts/apa.ts';
import { attempt } from '../parts/attempt.ts';
import type { OutcomeLine } from '../parts/batch.ts';
import type { Levels } from '../parts/levels.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { countPercentCell, shareWords } from '../parts/percent.ts';
import { type Bounds, quantity } from '../parts/quantity.ts';
import { anyMissing } from '../parts/reasons.ts';
import { percentLevel } from '../parts/words.ts';
import { crosstab } from '../statistics/crosstab.ts';
import { twoProportions as test } from '../statistics/two-proportions.ts';

export const PRIMARY = { 'chi-square': 'χ² test', fisher: 'Fisher’s exact test' };

export type Primary = keyof typeof PRIMARY;

export interface Settings {
  level: number;
  primary: Primary;
  category: string;
}

export function twoShares(
  outcome: Levels,
  { levels, only }: { levels: Levels; only: readonly number[] },
  { level, primary, category }: Settings,
): OutcomeLine {
  const at = category === '' ? 0 : outcome.labels.indexOf(category);
  const label = `${plainLabel(outcome.variable)}: ${outcome.labels[at] ?? category}`;
  const [codes, groups] = [outcome.codes(), levels.codes()];
  const [x, n] = [
    [0, 0],
    [0, 0],
  ] as [[number, number], [number, number]];
  const inGroup = groups.map((code) => only.indexOf(code));
  inGroup.forEach((g, i) => {
    if (g < 0 || (codes[i] as number) < 0) return;
    n[g as 0 | 1]++;
    if (codes[i] === at) x[g as 0 | 1]++;
  });
  const by = plainLabel(levels.variable);
  const names = [...levels.reasons.names, 'another group'];
  const otherGroups = {
    names,
    codes: Uint32Array.from(levels.reasons.codes, (code, i) =>
      code === 0 && (inGroup[i] as number) < 0 ? names.length : code,
    ),
  };
  const missing = at < 0 ? `there is no category “${category}”` : '';
  const both = attempt(() => test(x, n, level));
  const table = [
    [x[0], n[0] - x[0]],
    [x[1], n[1] - x[1]],
  ];
  const cross = attempt(() => crosstab(table, level));
  const fisher = cross.value?.fisher && 'p_less' in cross.value.fisher ? cross.value.fisher : null;
  const refused = missing || both.refused;
  const value = missing ? null : both.value;
  const p = {
    'chi-square': value?.p_no_cc ?? null,
    fisher: missing ? null : (fisher?.p_two_sided ?? null),
  };
  const noChi = { refused: refused || 'all or none have the category' };
  const ci: Bounds | null = value && [
    100 * value.newcombe_hybrid_score[0],
    100 * value.newcombe_hybrid_score[1],
  ];
  const odds = missing ? null : cross.value?.odds_ratio_wald;
  const risk = missing ? null : cross.value?.risk_ratio_col1;
  const zero = { refused: refused || 'a cell is empty' };
  const labels = only.map((k) => levels.labels[k] ?? '');
  return {
    label,
    reasons: anyMissing([
      { label: plainLabel(outcome.variable), reasons: outcome.reasons },
      { label: by, reasons: otherGroups },
    ]),
    n: n[0] + n[1],
    p: p[primary],
    refused: p[primary] === null ? noChi.refused : refused,
    quantities: [
      ...labels.map((name, g) => {
        const [own = 0, of = 0] = [x[g as 0 | 1], n[g as 0 | 1]];
        const cell = countPercentCell(own, of);
        return quantity(`x[${name}]`, `number, ${name}`, '*n*', missing ? null : own, 'count', {
          header: `${escapeRich(name)} *n* (%)`,
          refused,
          ...(cell.text === undefined || missing ? {} : { text: cell.text }),
        });
      }),
      quantity(
        'difference',
        'difference, points',
        'Difference',
        value && 100 * value.diff,
        'points',
        {
          ci,
          by: 'Newcombe',
          refused,
        },
      ),
      quantity('risk-ratio', 'risk ratio', '*RR*', risk?.rr, 'statistic', {
        ci: risk ? [risk.lo, risk.hi] : null,
        by: 'Katz, log scale',
        ...zero,
      }),
      quantity('odds-ratio', 'odds ratio', '*OR*', odds?.or, 'statistic', {
        ci: odds ? [odds.lo, odds.hi] : null,
        by: 'Woolf, log scale',
        ...zero,
      }),
      quantity('h', 'Cohen’s h', '*h*', value?.cohens_h, 'statistic', {
        only: 'estimate',
        refused,
      }),
      quantity('chi-square', 'χ²', 'χ²', value?.chisq_no_cc, 'statistic', noChi),
      quantity(
        primary === 'chi-square' ? 'p' : 'p-chi-square',
        'p of χ²',
        '*p*',
        p['chi-square'],
        'p',
        {
          header: primary === 'chi-square' ? '*p*' : 'χ² *p*',
          ...noChi,
        },
      ),
      quantity(
        primary === 'fisher' ? 'p' : 'fisher-p',
        'p of Fisher’s exact test',
        '*p*',
        p.fisher,
        'p',
        {
          header: 'Fisher *p*',
          refused,
        },
      ),
    ],
    apa: apaList(
      ...labels.map(
        (name, g) => `${escapeRich(name)} ${shareWords(x[g as 0 | 1], n[g as 0 | 1], '')}`,
      ),
      value && `difference ${formatNumber(100 * value.diff, 'points')} points`,
      apaInterval(ci, 'points', level),
      primary === 'fisher'
        ? p.fisher !== null && `Fisher’s exact test ${formatP(p.fisher)}`
        : apaTest('χ²', [1], value?.chisq_no_cc ?? null, value?.p_no_cc ?? null),
      odds?.or !== null &&
        odds?.or !== undefined &&
        apaValue('*OR*', odds.or, 'statistic', [odds.lo, odds.hi], level),
    ),
    plain: `${escapeRich(label)}: ${labels.map((name, g) => `${escapeRich(name)} ${shareWords(x[g as 0 | 1], n[g as 0 | 1], '')}`).join(', ')}${ci ? `; a difference of ${formatNumber(value && 100 * value.diff, 'points')} percentage points (${percentLevel(level)} CI ${formatNumber(ci[0], 'points')} to ${formatNumber(ci[1], 'points')})` : ''}.`,
    notes: [],
  };
}
