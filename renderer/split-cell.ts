/**
 * A cell or a heading in two pieces: what is said, and what stands in brackets after it.
 * "2.58 [1.04, 4.13]" → "2.58" and "[1.04, 4.13]"; null when there is nothing to part.
 */
export function splitCell(text: string): { lead: string; tail: string } | null {
  const match = /^(.*[^\s([])\s*(\([^()]*\)|\[[^[\]]*\])$/s.exec(text);
  const [, lead, tail] = match ?? [];
  return lead === undefined || tail === undefined ? null : { lead, tail };
}
