/** The characters of Windows-1252 that the extracts use and Latin-1 does not have. */
const EXTRA: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
};

/** Bytes of a text in Windows-1252; a character it does not have is a bug of the sample. */
export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = EXTRA[letter] ?? letter.codePointAt(0) ?? 0;
    if (code > 0xff) throw new RangeError(`Windows-1252 has no ${letter}`);
    return code;
  });
}
