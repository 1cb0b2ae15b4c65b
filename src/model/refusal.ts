/** Where a refusal happened. Every part that is known is given, so that a person can go there. */
export interface Where {
  file?: string;
  sheet?: string;
  /** 1-based, as Excel or a text editor counts. */
  row?: number;
  column?: string;
  option?: string;
  table?: string;
}

/** A failure as a value: it crosses processes and is shown to the user as it is. */
export interface RefusalRecord {
  /** Stable, kebab-case, for programs. */
  code: string;
  /** What was refused and why, one sentence. */
  message: string;
  /** What to do about it; empty when nothing can be done. */
  hint: string;
  where: Where;
  /** For programs: what the message tells, as a record; its form belongs to the code. */
  details?: unknown;
}

export type Reply<T> = { ok: T } | { refused: RefusalRecord };

interface RefusalOptions {
  hint?: string;
  where?: Where;
  cause?: unknown;
  details?: unknown;
}

/**
 * Attune declines to do something, and says what, where, why and what to do.
 * Anything thrown that is not a Refusal is a bug.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly hint: string;
  readonly where: Where;
  readonly details: unknown;

  constructor(code: string, message: string, options: RefusalOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Refusal';
    this.code = code;
    this.hint = options.hint ?? '';
    this.where = options.where ?? {};
    this.details = options.details;
  }

  toRecord(): RefusalRecord {
    const { code, message, hint, where, details } = this;
    return { code, message, hint, where, ...(details === undefined ? {} : { details }) };
  }
}

/** The refusal as people read it: "*file*, sheet *S*, row 4: message hint". */
export function refusalSentence(refusal: RefusalRecord): string {
  const { file, sheet, row, column, table, option } = refusal.where;
  const parts = [
    file,
    sheet === undefined ? undefined : `sheet ${sheet}`,
    table === undefined ? undefined : `table ${table}`,
    row === undefined ? undefined : `row ${row}`,
    column === undefined ? undefined : `column ${column}`,
    option === undefined ? undefined : `option ${option}`,
  ].filter((part) => part !== undefined);
  const place = parts.length > 0 ? `${parts.join(', ')}: ` : '';
  return `${place}${refusal.message}${refusal.hint ? ` ${refusal.hint}` : ''}`;
}
