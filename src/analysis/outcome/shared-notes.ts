/** Notes on several scores: what holds of more than one is said once, with their names in front. */
export function sharedNotes(notes: readonly { label: string; text: string }[]): string[] {
  const byText = Map.groupBy(notes, ({ text }) => text);
  return [...byText].map(([text, own]) => `${own.map(({ label }) => label).join(', ')}: ${text}`);
}
