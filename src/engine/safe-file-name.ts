const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
// What Windows forbids, and characters that cannot be seen or that turn the text round.
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu;

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
