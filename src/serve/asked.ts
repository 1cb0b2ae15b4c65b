import type { IncomingMessage } from 'node:http';

/** What the guards look at: a request without its body. */
export interface Asked {
  method: string;
  /** As it came, without the query; never decoded, never joined to a folder. */
  path: string;
  query: URLSearchParams;
  /** A header that came exactly once; null when it is missing, undefined when it came more than once. */
  header(name: string): string | null | undefined;
}

export function asked(request: IncomingMessage): Asked {
  const url = request.url ?? '';
  const mark = url.indexOf('?');
  return {
    method: request.method ?? '',
    path: mark < 0 ? url : url.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
    header(name) {
      const values = request.headersDistinct[name] ?? [];
      return values.length > 1 ? undefined : (values[0] ?? null);
    },
  };
}
