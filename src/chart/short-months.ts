const SHORT: Record<string, string> = {
  January: 'Jan.',
  February: 'Feb.',
  August: 'Aug.',
  September: 'Sept.',
  October: 'Oct.',
  November: 'Nov.',
  December: 'Dec.',
};

/** "to December" → "to Dec.": a part period must fit under its column. */
export function shortMonths(text: string): string {
  return text.replace(
    /\b(January|February|August|September|October|November|December)\b/g,
    (month) => {
      return SHORT[month] ?? month;
    },
  );
}
