/** A source of names that are unique, case ignored: `Score`, `Score (2)`, `Column 7` for a blank. */
export function columnNames(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header, position) => {
    const base = header.replace(/\s+/g, ' ').trim() || `Column ${position + 1}`;
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base} (${n})`;
    taken.add(name.toLowerCase());
    return name;
  });
}
