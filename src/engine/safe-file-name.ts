const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
// Control characters, what Windows forbids, and marks that turn or hide text.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN =
  /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A file name that Windows, macOS and Linux all take, made from what a person typed or a browser sent.
 * Never empty, never a path, at most 100 characters; the extension survives.
 */
export function safeFileName(text: string, fallback = 'Untitled'): string {
  const clean = text
    .normalize('NFC')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  const named = clean === '' || RESERVED.test(clean) ? `${fallback} ${clean}`.trim() : clean;
  return shorten(named, 100);
}

function shorten(name: string, limit: number): string {
  const characters = [...name];
  if (characters.length <= limit) return name;
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  return (
    characters
      .slice(0, limit - extension.length)
      .join('')
      .trimEnd() + extension
  );
}
