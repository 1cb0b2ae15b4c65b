const LONGEST = 31;

/**
 * A name that Excel accepts for a sheet and that no other sheet of the workbook has (case does not
 * distinguish names): at most 31 characters, cut between words where it can be, none of `\ / ? * [ ] :`, no apostrophe at the ends, not "History".
 * The name is added to `taken`.
 */
export function sheetName(wanted: string, taken: Set<string>): string {
  const legal =
    wanted
      // biome-ignore lint/suspicious/noControlCharactersInRegex: Excel refuses them in sheet names
      .replace(/[\\/?*[\]:\u0000-\u001f]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '') || 'Sheet';
  const base = legal.toLowerCase() === 'history' ? `${legal} sheet` : legal;
  for (let i = 1; ; i++) {
    const suffix = i === 1 ? '' : ` (${i})`;
    const name = cut(base, LONGEST - suffix.length).replace(/[' ]+$/, '') + suffix;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function cut(text: string, room: number): string {
  if (text.length <= room) return text;
  const space = text.slice(0, room + 1).lastIndexOf(' ');
  return text.slice(0, space >= room / 2 ? space : room);
}
