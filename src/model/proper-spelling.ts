import { plainText } from './plain-text.ts';

/**
 * Which of several spellings of one value is kept. What is written most often, capitals and spaces aside, then the
 * longer (letters are forgotten more often than added); of its forms the most frequent, then capitals in front
 * before capitals throughout before none.
 */
export function properSpelling(spellings: readonly { text: string; n: number }[]): string {
  const byPlain = Map.groupBy(spellings, ({ text }) => plainText(text));
  const total = (of: string) => (byPlain.get(of) ?? []).reduce((sum, { n }) => sum + n, 0);
  const [plain = ''] = [...byPlain.keys()].sort(
    (a, b) => total(b) - total(a) || b.length - a.length || (a < b ? -1 : 1),
  );
  const [best] = [...(byPlain.get(plain) ?? [])].sort(
    (a, b) => b.n - a.n || looks(a.text) - looks(b.text) || (a.text < b.text ? -1 : 1),
  );
  return best?.text ?? '';
}

function looks(text: string): number {
  const isTidy = text === text.trim() && !/\s{2}/.test(text);
  const capitals = /^\p{Lu}.*\p{Ll}/u.test(text) ? 0 : /\p{Lu}/u.test(text) ? 1 : 2;
  return isTidy ? capitals : capitals + 3;
}
