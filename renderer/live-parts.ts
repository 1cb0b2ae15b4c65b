import { parseRich, type Run } from '../src/model/rich.ts';

export interface LivePart extends Run {
  /** Came from a result, not from the author. */
  live: boolean;
  /** A number that could not be filled. */
  missing: boolean;
}

const LIVE = /\{\{[^{}]+\}\}/;
const OPEN = '\ue000';
const CLOSE = '\ue001';

/**
 * The runs of a rendered text, with those marked that stand where its source has a live number.
 * The author's own words are found in the rendered text one after the other; what lies between is live.
 */
export function liveParts(source: string, rendered: string): LivePart[] {
  const marked = markLive(source, rendered);
  let live = false;
  return parseRich(marked).flatMap((run) =>
    run.text.split(/([\ue000\ue001])/).flatMap((text) => {
      if (text === OPEN || text === CLOSE) {
        live = text === OPEN;
        return [];
      }
      if (text === '') return [];
      return [{ ...run, text, live, missing: live && text.startsWith('[?') }];
    }),
  );
}

function markLive(source: string, rendered: string): string {
  const words = source.split(new RegExp(LIVE, 'g'));
  let out = '';
  let at = 0;
  words.forEach((own, index) => {
    if (index > 0) {
      const next =
        own === '' && index === words.length - 1 ? rendered.length : rendered.indexOf(own, at);
      const end = next < 0 ? rendered.length : next;
      out += OPEN + rendered.slice(at, end) + CLOSE;
      at = end;
    }
    out += own;
    at += own.length;
  });
  return out;
}
