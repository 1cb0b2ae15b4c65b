import type { ImportNotice } from '../../../src/model/receipt.ts';
import { count, counted } from '../../words.ts';

const SHOWN = 4;

/** What is good to know about a file, the first few of each sort. */
export function NoticeList({ notices }: { notices: readonly ImportNotice[] }) {
  const sorts = new Map<string, ImportNotice[]>();
  for (const notice of notices) {
    sorts.set(notice.code, [...(sorts.get(notice.code) ?? []), notice]);
  }
  return (
    <ul className="note notices">
      {[...sorts].map(([code, alike]) => (
        <li key={code}>
          {alike
            .slice(0, SHOWN)
            .map(({ text, row }) =>
              row === undefined ? text : `${text} First in row ${count(row)}.`,
            )
            .join(' ')}
          {alike.length > SHOWN &&
            ` And ${counted(alike.length - SHOWN, 'more of this sort', 'more of this sort')}.`}
        </li>
      ))}
    </ul>
  );
}
