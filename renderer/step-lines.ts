import type { LineForm } from './step-field.ts';

/** A parameter as lines that people write, and back. What a line cannot be is left out of the parameter. */
export function linesOf(form: LineForm, value: unknown): string {
  if (!Array.isArray(value)) return '';
  return value.map((entry) => FORMS[form].write(entry)).join('\n');
}

export function fromLines(form: LineForm, text: string): unknown[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => FORMS[form].read(line) ?? []);
}

interface Band {
  label: string;
  low?: number;
  high?: number;
}

/** One way of writing: a line read, an entry written. */
function form<T>(read: (line: string) => T | undefined, write: (entry: T) => string) {
  return { read, write: (entry: unknown) => write(entry as T) };
}

const FORMS = {
  texts: form(
    (line) => line,
    (text: string) => text,
  ),
  named: form(
    (label) => ({ name: nameFrom(label), label }),
    ({ label }: { name: string; label: string }) => label,
  ),
  groups: form(
    (line) => {
      const [label, values = ''] = divided(line);
      const all = values.split(',').map((value) => value.trim());
      return { label, values: all.filter((value) => value !== '') };
    },
    ({ label, values }: { label: string; values: readonly string[] }) =>
      `${label}: ${values.join(', ')}`,
  ),
  bands: form(
    (line) => {
      const [label, range] = divided(line);
      return bandOf(label, range ?? label);
    },
    ({ label, low, high }: Band) => {
      if (low === undefined) return `${label}: to ${high}`;
      return high === undefined ? `${label}: from ${low}` : `${label}: ${low} to ${high}`;
    },
  ),
} satisfies Record<LineForm, ReturnType<typeof form>>;

/** "Under 20: to 19", "20 to 24: 20 to 24", "25 or over: from 25" */
function bandOf(label: string, range: string): Band | undefined {
  const NUMBER = '(-?\\d+(?:\\.\\d+)?)';
  const both = new RegExp(`^${NUMBER}\\s*(?:to|–|-)\\s*${NUMBER}$`).exec(range);
  if (both) return { label, low: Number(both[1]), high: Number(both[2]) };
  const from = new RegExp(`^from\\s+${NUMBER}$`, 'i').exec(range);
  if (from) return { label, low: Number(from[1]) };
  const to = new RegExp(`^to\\s+${NUMBER}$`, 'i').exec(range);
  return to ? { label, high: Number(to[1]) } : undefined;
}

/** At the last colon: a label may hold one itself. */
function divided(line: string): [string, string?] {
  const at = line.lastIndexOf(':');
  return at < 0 ? [line] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

/** "Age at referral" → "age_at_referral" */
export function nameFrom(label: string): string {
  const plain = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  return /^\p{N}/u.test(plain) ? `v_${plain}` : plain || 'variable';
}
