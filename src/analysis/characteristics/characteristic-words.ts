import { formatNumber } from '../../model/format.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import type { Characteristic } from '../characteristics/characteristic.ts';
import type { RowGroups } from '../characteristics/row-groups.ts';
import { forestFigure } from '../figures/forest-figure.ts';
import { shareWords } from '../parts/percent.ts';
import { count } from '../parts/words.ts';

/** Above this groups are said to be unlike; a convention (Austin 2009). */
const UNLIKE = 0.1;

export function sentencesOf(
  lines: readonly Characteristic[],
  groups: RowGroups,
  view: View,
  smd: boolean,
): Finding['sentences'] {
  const described = `${count(lines.length)} characteristics of ${count(view.rows.length)} ${escapeRich(view.unit)}`;
  if (!smd)
    return {
      apa: `${described}.`,
      plain: `${described}${groups.by === '' ? '' : ` by ${escapeRich(groups.by)}`}.`,
    };
  const unlike = lines.filter((line) => (line.smd ?? 0) > UNLIKE);
  const named = unlike.map(
    (line) => `${escapeRich(line.name)} ${formatNumber(line.smd, 'statistic')}`,
  );
  return {
    apa: `${described} by ${escapeRich(groups.by)}; SMD above ${UNLIKE}: ${named.join(', ') || 'none'}.`,
    plain: `${shareWords(unlike.length, lines.length, 'characteristics')} differ between the ${escapeRich(groups.compared)} by more than ${UNLIKE} standard deviations${named.length > 0 ? `: ${named.join(', ')}` : ''}.`,
  };
}

export function smdFigure(lines: readonly Characteristic[], groups: RowGroups) {
  return forestFigure(
    {
      title: `Standardised differences between ${groups.compared}`,
      subtitle: `${count(lines.length)} characteristics`,
      label: 'Characteristic',
      value: 'Standardised difference',
      symbol: 'SMD',
      format: 'statistic',
      level: 0.95,
      reference: { at: 0, label: 'Alike' },
    },
    lines.map((line) => ({ label: line.name, value: line.smd, ci: null })),
  );
}
