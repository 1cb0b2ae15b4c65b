import type { ValueLabel } from '../model/variable.ts';

/** The choices of a REDCap field: `1, Yes | 2, No`. A choice without a comma is its own label. */
export function redcapChoices(text: string): ValueLabel[] {
  return text
    .split('|')
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '')
    .map((choice) => {
      const comma = choice.indexOf(',');
      if (comma < 0) return { value: choice, label: choice };
      return { value: choice.slice(0, comma).trim(), label: plainText(choice.slice(comma + 1)) };
    });
}

/** Codes and labels in one cell: `1 = Yes; 2 = No`, one a line, or `1=Yes, 2=No`. */
export function pairedChoices(text: string): ValueLabel[] {
  const lines = text.split(/[|;\n]/).length > 1 ? text.split(/[|;\n]/) : splitAtCommas(text);
  return lines.flatMap((line) => {
    const match = /^\s*(-?[\p{L}\p{N}_.]+)\s*(?:=|:|,|\)|–|-)\s*(\S.*)$/su.exec(line);
    return match ? [{ value: match[1] ?? '', label: plainText(match[2] ?? '') }] : [];
  });
}

/** Labels without the markup that survey tools allow in them. */
export function plainText(text: string): string {
  return text
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 1_000);
}

function splitAtCommas(text: string): string[] {
  return text.split(/,\s*(?=-?[\p{L}\p{N}_.]+\s*=)/u);
}
