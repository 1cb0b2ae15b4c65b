const NTH = '\u0000';

/**
 * Columns by their heading, white space tidied. When a heading stands twice, the second has a key of
 * its own, so that the first is always matched with the first.
 */
export function byHeading<T>(items: readonly T[], heading: (item: T) => string): Map<string, T> {
  const seen = new Map<string, number>();
  return new Map(
    items.map((item) => {
      const text = heading(item).replace(/\s+/g, ' ').trim();
      const nth = (seen.get(text) ?? 0) + 1;
      seen.set(text, nth);
      return [nth === 1 ? text : `${text}${NTH}${nth}`, item];
    }),
  );
}

/** The heading that a key of {@link byHeading} stands for, as people read it. */
export function headingWords(key: string): string {
  return key.split(NTH)[0] || '(no heading)';
}
