/** Names a person can write in a specification; a question text is longer. */
const LONGEST = 60;
/** How a question text gives its own short name: `Q7. How often …`, `[q7_2] …`, `7a) …`. */
const NUMBERED = /^\[?([a-z]{0,4}\d{1,3}(?:[._]\d{1,3})?[a-z]?)[\]).:]*\s+(?:[-–:]\s+)?\S/i;

/**
 * A name of its own for each heading, capitals ignored: `Score`, `Score (2)`, `Column 7` for a blank.
 * A question text is cut short to its number or first words. `taken` are names that are not free.
 */
export function columnNames(headers: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return headers.map((header, position) => {
    const base = shortName(header.replace(/\s+/g, ' ').trim()) || `Column ${position + 1}`;
    let name = base;
    for (let n = 2; used.has(name.toLowerCase()); n++) name = `${base} (${n})`;
    used.add(name.toLowerCase());
    return name;
  });
}

function shortName(text: string): string {
  if (text.length <= LONGEST) return text;
  const number = NUMBERED.exec(text)?.[1];
  if (number !== undefined) return /^\d/.test(number) ? `Q${number}` : number;
  const cut = text.slice(0, LONGEST - 20);
  const end = cut.lastIndexOf(' ');
  return (end > 15 ? cut.slice(0, end) : cut).replace(/[\s,;:.–-]+$/, '');
}
