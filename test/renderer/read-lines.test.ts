import { expect, test } from 'vitest';
import { readLines } from '../../renderer/read-lines.ts';

function streamOf(chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function linesOf(text: string, cut: number): Promise<string[]> {
  const bytes = new TextEncoder().encode(text);
  const lines: string[] = [];
  const stream = streamOf([bytes.slice(0, cut), bytes.slice(cut)]);
  for await (const line of readLines(stream)) lines.push(line);
  return lines;
}

test('lines are whole wherever the stream is cut, also inside a character', async () => {
  const text = '{"a":"Zoë"}\n{"b":2}\n';
  for (let cut = 0; cut <= 21; cut += 1) {
    expect(await linesOf(text, cut)).toEqual(['{"a":"Zoë"}', '{"b":2}']);
  }
});

test('a last line without a line end counts, empty lines do not', async () => {
  expect(await linesOf('one\n\ntwo', 4)).toEqual(['one', 'two']);
});
