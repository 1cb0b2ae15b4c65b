import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/model/figure.ts';
import { writeDocx } from '../../src/report/docx.ts';
import { absolutePath } from '../../src/report/word/path-extent.ts';
import { svgElements } from '../../src/report/word/svg-elements.ts';
import { everyKind, forest, pairedLines, stacked } from '../helpers/figures.ts';
import { hostile } from '../helpers/hostile.ts';
import { makePage } from '../helpers/result.ts';
import { unzipText } from '../helpers/unzip.ts';
import { elementsOf } from '../helpers/well-formed.ts';

async function documentOf(figure: Figure): Promise<string> {
  const bytes = await writeDocx({
    title: 'Charts',
    subtitle: '',
    authors: '',
    date: '',
    made: makePage(),
    blocks: [
      { type: 'figure', number: 1, title: figure.title, figure, basis: 'All.', result: 'r1' },
    ],
  });
  return unzipText(bytes, 'word/document.xml');
}

const drawn = everyKind()
  .filter((figure) => !('series' in figure) || figure.kind === 'scatter')
  .filter((figure) => figure.kind !== 'stacked-bar' || figure.middle !== undefined)
  .map((figure, i) => [`${i} ${figure.kind}`, figure] as const);

describe('charts that Word has no type for', () => {
  test.each(drawn)(
    '%s: well-formed, one group of shapes with its description',
    async (_, figure) => {
      const xml = await documentOf(figure);
      elementsOf(xml);
      expect(xml.match(/<wpg:wgp>/g)).toHaveLength(1);
      expect(xml).toContain(`descr="${figure.alt}"`);
      expect(xml).not.toMatch(/NaN|Infinity|undefined/);
    },
  );

  test('a forest has its numbers as text that can be edited', async () => {
    const words = (await documentOf(forest())).replace(/<[^>]+>/g, ' ');
    for (const text of ['−0.46 [−0.71, −0.21]', 'fewer than 2 pairs', 'Relationship', '.004']) {
      expect(words).toContain(text);
    }
  });

  test('every person of paired lines is a line', async () => {
    const xml = await documentOf(pairedLines(20));
    const bare = await documentOf({ ...pairedLines(20), lines: [] });
    const count = (text: string) => text.match(/<wps:wsp>/g)?.length ?? 0;
    expect(count(xml) - count(bare)).toBe(20);
  });

  test('hostile texts stay text', async () => {
    const xml = await documentOf(hostile(forest(), '"/><w:instrText>&\u0000'));
    elementsOf(xml);
    expect(xml).not.toContain('<w:instrText>&');
  });
});

test('shares of levels are a chart of Word’s own, unless one is not shown or they lie around a middle', async () => {
  const isNative = async (figure: Figure) => (await documentOf(figure)).includes('c:chart');
  const withheld = { ...stacked(), bars: [{ label: 'A', counts: [1, null], total: 4 }] };
  expect(await isNative(stacked())).toBe(true);
  expect(await isNative(stacked(2))).toBe(false);
  expect(await isNative(withheld)).toBe(false);
});

test('the elements of a drawing have the attributes of their groups, and their text in runs', () => {
  const svg =
    '<svg fill="#111111"><title>no</title><g stroke="#222222"><path d="M1 2h3"/></g>' +
    '<text x="1" y="2"><tspan font-style="italic">d</tspan><tspan> &lt; 1</tspan></text></svg>';
  expect(svgElements(svg)).toEqual([
    { name: 'path', attributes: { fill: '#111111', stroke: '#222222', d: 'M1 2h3' }, runs: [] },
    {
      name: 'text',
      attributes: { fill: '#111111', x: '1', y: '2' },
      runs: [
        { text: 'd', attributes: { fill: '#111111', 'font-style': 'italic' } },
        { text: ' < 1', attributes: { fill: '#111111' } },
      ],
    },
  ]);
});

test('a relative path becomes absolute, with the box around it', () => {
  expect(absolutePath('M10 5.5l5.5 5.5-5.5 5.5-5.5-5.5z')).toEqual({
    d: 'M 10 5.5 L 15.5 11 L 10 16.5 L 4.5 11 Z',
    extent: { left: 4.5, right: 15.5, top: 5.5, bottom: 16.5 },
  });
});
