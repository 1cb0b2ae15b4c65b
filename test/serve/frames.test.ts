import { describe, expect, test } from 'vitest';
import { CLOSE, frameOf, frameReader, OPCODE } from '../../src/serve/frames.ts';
import { masked } from '../helpers/masked-frame.ts';

/** Reads bytes, so many at a time, and tells what was heard. */
function heard(bytes: Buffer, { at = bytes.length, limit = 100_000 } = {}): unknown[] {
  const told: unknown[] = [];
  const read = frameReader(limit, {
    onText: (text) => told.push(text),
    onPing: (payload) => told.push(['ping', payload.toString()]),
    onClose: (code) => told.push(['close', code]),
  });
  for (let from = 0; from < bytes.length; from += at) read(bytes.subarray(from, from + at));
  return told;
}

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('the examples of RFC 6455, section 5.7', () => {
  test('a text from a server', () => {
    expect(frameOf(OPCODE.text, Buffer.from('Hello'))).toEqual(hex('81 05 48 65 6c 6c 6f'));
  });

  test('a text from a browser', () => {
    expect(heard(hex('81 85 37 fa 21 3d 7f 9f 4d 51 58'))).toEqual(['Hello']);
  });

  test('256 bytes, and 64 KB', () => {
    const head = (n: number, length: number) => frameOf(2, Buffer.alloc(n)).subarray(0, length);
    expect(head(256, 4)).toEqual(hex('82 7e 0100'));
    expect(head(65_536, 10)).toEqual(hex('82 7f 0000000000010000'));
  });
});

describe('what a browser may send', () => {
  test('texts of every length, in pieces of every size', () => {
    for (const length of [0, 1, 125, 126, 65_535, 65_536]) {
      const text = 'ä'.repeat(length / 2).padEnd(length / 2, 'x');
      const bytes = Buffer.concat([masked(1, Buffer.from(text)), masked(1, Buffer.from('next'))]);
      for (const at of [length > 1_000 ? 999 : 1, 4_096, bytes.length]) {
        expect(heard(bytes, { at })).toEqual([text, 'next']);
      }
    }
  });

  test('a text in parts, with a ping between them', () => {
    const bytes = Buffer.concat([
      masked(OPCODE.text, Buffer.from('one '), false),
      masked(OPCODE.ping, Buffer.from('there?')),
      masked(OPCODE.part, Buffer.from('and '), false),
      masked(OPCODE.part, Buffer.from('two')),
    ]);
    expect(heard(bytes)).toEqual([['ping', 'there?'], 'one and two']);
  });

  test('a goodbye, after which nothing is heard', () => {
    const bytes = Buffer.concat([
      masked(OPCODE.close, Buffer.alloc(0)),
      masked(1, Buffer.from('x')),
    ]);
    expect(heard(bytes)).toEqual([['close', CLOSE.done]]);
  });
});

describe('what it may not', () => {
  const hello = Buffer.from('hello');
  test.each([
    ['unmasked', frameOf(OPCODE.text, hello)],
    ['bytes instead of a text', masked(2, hello)],
    ['a part of nothing', masked(OPCODE.part, hello)],
    ['a text within a text', Buffer.concat([masked(1, hello, false), masked(1, hello)])],
    ['a ping in parts', masked(OPCODE.ping, hello, false)],
    ['a long ping', masked(OPCODE.ping, Buffer.alloc(126))],
    ['an opcode that is none', masked(11, hello)],
    ['a reserved bit', hex('c1 85 37 fa 21 3d 7f 9f 4d 51 58')],
  ])('%s', (_name, bytes) => {
    expect(heard(bytes)).toEqual([['close', CLOSE.wrong]]);
  });

  test('more than the limit, in one or in parts, is refused before it has come', () => {
    const limit = 10;
    const [whole, part] = [masked(1, Buffer.alloc(11, 'x')), Buffer.alloc(6, 'x')];
    expect(heard(whole.subarray(0, 6), { limit })).toEqual([['close', CLOSE.tooLarge]]);
    const parts = Buffer.concat([masked(1, part, false), masked(OPCODE.part, part)]);
    expect(heard(parts, { limit })).toEqual([['close', CLOSE.tooLarge]]);
    const endless = hex('81 ff 7fffffffffffffff 00000000');
    expect(heard(endless, { limit })).toEqual([['close', CLOSE.tooLarge]]);
  });

  test('a text that is not UTF-8', () => {
    expect(heard(masked(1, hex('ff fe')))).toEqual([['close', CLOSE.notText]]);
  });
});
