import { METHODS, type MethodName } from '../contract/methods.ts';
import { Refusal } from '../model/refusal.ts';

/**
 * The input of a method with paths where the window sent tokens.
 * @param pathOf throws the refusal `unknown-file` for a token that it does not know
 * @throws Refusal `invalid-input` where a file should be named and is not
 */
export function withPaths(
  method: MethodName,
  input: unknown,
  pathOf: (token: string) => string,
): unknown {
  const keys = METHODS[method].files;
  if (keys.length === 0) return input;
  const given: Record<string, unknown> = isRecord(input) ? input : {};
  const swapped = { ...given };
  for (const key of keys) {
    if (key === 'stack') {
      if (given.stack !== undefined) swapped.stack = partsOf(given.stack, pathOf);
    } else {
      swapped[key] = pathOf(tokenIn(given, key));
    }
  }
  return swapped;
}

function partsOf(stack: unknown, pathOf: (token: string) => string): unknown[] {
  if (!Array.isArray(stack)) throw namesNoFile('stack');
  return stack.map((part: unknown) => {
    const given = isRecord(part) ? part : {};
    return { ...given, file: pathOf(tokenIn(given, 'file')) };
  });
}

/** The token that stands under a key of an input. @throws Refusal `invalid-input` */
export function tokenIn(input: unknown, key: string): string {
  const token = isRecord(input) ? input[key] : undefined;
  if (typeof token === 'string') return token;
  throw namesNoFile(key);
}

function namesNoFile(option: string): Refusal {
  return new Refusal('invalid-input', 'The call names no file.', { where: { option } });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
