import { MEASURES } from '../src/measures/library.ts';
import { reliablePoints } from '../src/measures/usable.ts';
import type { Measure, Source, Subscale } from '../src/model/measure.ts';
import { sayAges } from '../src/model/say-ages.ts';

const STATUS: Record<Source['status'], string> = {
  verified: 'verified',
  secondary: 'read in public code or a secondary page',
  convention: 'Attune’s convention',
  unverified: '**no verified source: not used unless you accept it**',
};
const BETTER: Record<Subscale['direction'], string> = {
  higher: 'higher is better',
  lower: 'lower is better',
  'not-monotone': 'neither end is better',
};

/** docs/measures.md: every instrument of the library with the source of every figure. */
export function measuresPage(): string {
  return `${[INTRODUCTION, ...MEASURES.map(measureText)].join('\n\n')}\n`;
}

const INTRODUCTION = `# Measures

<!-- Made from src/measures/library by npm run docs. -->

A measure is data: item numbers, keys, ranges, rules and the source of every figure. The wording of items is never part of Attune; it belongs to the authors and publishers of each instrument. Enter labels of your own where your licence allows it.

Every figure says how far it can be trusted:

- **verified**: read in an authoritative source;
- **read in public code or a secondary page**: used, and marked;
- **Attune's convention**: nothing is published, so Attune has a rule of its own that you can change;
- **no verified source**: shown, and left out of scores and results until somebody accepts it by name (\`accept\`). What was accepted stands on the page “How this was made”.

To change a measure, copy it, edit the copy and save it as a new version. A version that has scored a table stays as it was, and the table remembers which version made it. Measures can be exported as JSON and taken into another project.

## What a measure file holds

| part | what it says |
|---|---|
| \`id\`, \`version\`, \`name\`, \`short\` | which instrument, in which version |
| \`reference\`, \`licence\`, \`stage\`, \`cautions\` | where it comes from, what may be done with it, whom it is for |
| \`ages\` | months of the child's age between which a form can be filled in (\`least\`, \`most\`), with its source; a rule of Quality asks it |
| \`answers\` | \`raw\`, or \`ask\` where extracts hold either positions of answers or what they count |
| \`items\` | \`item\`, \`min\`, \`max\`, \`reverse\`; \`values\` where answers count something else than their number; \`codes\` for written answers |
| \`key\` | source of the key |
| \`subscales\` | \`key\`, \`name\`, \`items\`, \`score\` (\`sum\`, \`mean\`, or \`supplied\` where the key is not known), \`range\`, \`direction\`, \`level\`, \`levels\`, \`missing\` (\`minItems\`, \`prorate\`), \`cutoffs\`, \`reliableChange\`, \`sources\` |

A reversed item counts as if its answers were numbered from the other end. A pro-rated score is the mean of what is answered, times the number of items for a sum. One answer out of range makes the score of that form not scorable, and the row is shown.`;

function measureText(measure: Measure): string {
  const { id, version, name, short, items, stage, ages, cautions, licence, reference, answers } =
    measure;
  const facts = [
    `\`${id}\`, version ${version}. ${reference} ${licence}`,
    ...(stage === '' ? [] : [`For: ${stage}`]),
    ...(ages
      ? [`The child is ${sayAges(ages)}, which a rule of Quality asks. ${sourceText(ages.source)}`]
      : []),
    items.length === 0 ? 'No items: only a score that the extract brings.' : itemsText(measure),
    ...(answers === 'ask'
      ? ['Extracts hold either positions of answers or what they count: you are asked which.']
      : []),
    ...(items.length === 0 ? [] : [`Key: ${sourceText(measure.key)}`]),
    ...cautions.map((caution) => `Caution: ${caution}`),
  ];
  return [
    `## ${name}${short === name ? '' : ` (${short})`}`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    ...measure.subscales.map(subscaleText),
  ].join('\n\n');
}

function itemsText({ items }: Measure): string {
  const ranges = [...new Set(items.map(({ min, max }) => `${min} to ${max}`))];
  const reversed = items.filter(({ reverse }) => reverse).map(({ item }) => item);
  const valued = items.filter(({ values }) => values !== undefined);
  return [
    `${items.length} ${items.length === 1 ? 'item' : 'items'}, answers ${ranges.join(', or ')}; reversed: ${reversed.length > 0 ? reversed.join(', ') : 'none'}.`,
    ...(valued.length > 0
      ? [
          `What answers count: ${[...new Set(valued.map(({ values = [] }) => values.join('/')))].join('; ')}.`,
        ]
      : []),
    ...items.flatMap(({ item, codes = [] }) =>
      codes.length > 0
        ? [
            `Item ${item}: ${codes.map(({ code, counts }) => `“${code}” counts ${counts}`).join(', ')}.`,
          ]
        : [],
    ),
  ].join(' ');
}

function subscaleText(subscale: Subscale): string {
  const { key, name, items, score, range, direction, missing, sources } = subscale;
  const how =
    score === 'supplied' ? 'as the extract gives it' : `${score} of items ${items.join(', ')}`;
  const rule =
    score === 'supplied'
      ? 'nothing is scored from items'
      : missing.prorate
        ? `pro-rated from ${missing.minItems} of ${items.length} items on`
        : 'all items have to be answered';
  const rows = [
    ['items', how, sources.items],
    ['range', `${range.low} to ${range.high}`, sources.range],
    ['direction', BETTER[direction], sources.direction],
    ['missing items', rule, sources.missing],
    ...subscale.cutoffs.map(({ label, at, side, source }) => [
      'cut-off',
      `${at} or ${side === 'from' ? 'above' : 'below'}: ${label}`,
      source,
    ]),
    ...subscale.reliableChange.map((figure) => [
      'reliable change',
      `${reliablePoints(figure)} points`,
      figure.source,
    ]),
  ] as [string, string, Source][];
  return [
    `**${name}** (\`${key}\`)`,
    [
      '| figure | value | source |',
      '|---|---|---|',
      ...rows.map(([what, value, source]) => `| ${what} | ${value} | ${sourceText(source)} |`),
    ].join('\n'),
  ].join('\n\n');
}

function sourceText({ text, status }: Source): string {
  return `${text} (${STATUS[status]})`;
}
