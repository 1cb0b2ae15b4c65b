import { liveParts } from '../live-parts.ts';
import { RichRun } from './rich-text.tsx';

/** A text of the report: numbers from results lightly underlined, missing ones flagged. */
export function FilledText({ source, text }: { source: string; text: string }) {
  return liveParts(source, text).map((part, at) => {
    const run = <RichRun run={part} />;
    const className = part.missing ? 'ref missing' : 'ref';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
      <span key={at} className={part.live ? className : ''}>
        {run}
      </span>
    );
  });
}
