import { describe, expect, test } from 'vitest';
import { liveParts } from '../../renderer/live-parts.ts';
import { blockLabel, insertBlock, liveCount, removeBlock } from '../../renderer/report-edits.ts';
import { EMPTY_REPORT } from '../../src/model/report.ts';

const live = (source: string, rendered: string) =>
  liveParts(source, rendered)
    .filter((part) => part.live)
    .map(({ text }) => text);

describe('live numbers in a rendered text', () => {
  test('are what stands between the author’s own words', () => {
    expect(live('Of {{r:n}} people, {{r:x}} came.', 'Of 365 people, 285 came.')).toEqual([
      '365',
      '285',
    ]);
  });

  test('are found at both ends, and as the whole text', () => {
    expect(live('{{r:n}} of {{r:t}}', '74 of 114')).toEqual(['74', '114']);
    expect(live('{{r:plain}}', 'Scores rose.')).toEqual(['Scores rose.']);
  });

  test('keep their italics', () => {
    const parts = liveParts('Then {{r:apa}}', 'Then *t*(58) = 3.25');
    expect(parts.map(({ text, italic, live }) => [text, italic, live])).toEqual([
      ['Then ', false, false],
      ['t', true, true],
      ['(58) = 3.25', false, true],
    ]);
  });

  test('are flagged where they are missing', () => {
    const parts = liveParts('In all {{gone:n}} people', 'In all [?gone:n] people');
    expect(parts.find((part) => part.missing)?.text).toBe('[?gone:n]');
  });

  test('a text without any is the author’s alone', () => {
    expect(live('Nothing here.', 'Nothing here.')).toEqual([]);
  });
});

describe('editing', () => {
  const document = {
    ...EMPTY_REPORT,
    blocks: [{ type: 'heading', level: 1, text: 'One' }, { type: 'page-break' }] as const,
  };

  test('a block goes after the selected one, or first', () => {
    const added = { type: 'text', text: 'x' } as const;
    expect(insertBlock(document, 0, added).blocks.map(({ type }) => type)).toEqual([
      'heading',
      'text',
      'page-break',
    ]);
    expect(insertBlock(document, -1, added).blocks[0]).toEqual(added);
    expect(removeBlock(document, 0).blocks).toEqual([{ type: 'page-break' }]);
  });

  test('the outline names blocks, and says when a result is gone', () => {
    expect(blockLabel({ type: 'heading', level: 1, text: 'Who *came*' }, undefined).words).toBe(
      'Who came',
    );
    const gone = blockLabel({ type: 'table', result: 'r1' }, { type: 'absent', what: '' });
    expect(gone).toEqual({ lead: 'Table', words: 'result missing' });
    expect(liveCount({ type: 'list', items: ['{{a:n}} of {{a:total}}', 'none'] })).toBe(2);
  });
});
