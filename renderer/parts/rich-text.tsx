import { parseRich, type Run } from '../../src/model/rich.ts';

/** The little markup of results and reports, as elements. */
export function RichText({ text }: { text: string }) {
  return parseRich(text).map((run, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place
    <RichRun key={at} run={run} />
  ));
}

export function RichRun({ run }: { run: Run }) {
  if (run.italic) return <em>{run.text}</em>;
  if (run.bold) return <b>{run.text}</b>;
  if (run.subscript) return <sub>{run.text}</sub>;
  return run.text;
}
