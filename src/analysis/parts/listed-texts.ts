/** The texts of a list that somebody typed, with semicolons or lines between them: "5; 6". */
export function listedTexts(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
