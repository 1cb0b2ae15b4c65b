import type { Reply } from '../src/model/refusal.ts';

/** Asks for pages; one that was asked for lately, and not refused, is not asked for again. */
export function recentPages<Query, Page>(
  most: number,
  ask: (query: Query) => Promise<Reply<Page>>,
): (query: Query) => Promise<Reply<Page>> {
  const pages = new Map<string, Promise<Reply<Page>>>();
  return (query) => {
    const key = JSON.stringify(query);
    const known = pages.get(key);
    const page = known ?? ask(query);
    // The one that was not asked for longest goes first.
    pages.delete(key);
    pages.set(key, page);
    for (const oldest of pages.keys()) {
      if (pages.size <= most) break;
      pages.delete(oldest);
    }
    if (known === undefined) {
      void page.then((reply) => {
        if ('refused' in reply) pages.delete(key);
      });
    }
    return page;
  };
}
