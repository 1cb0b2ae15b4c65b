import { METHODS, type MethodName } from '../contract/methods.ts';
import { Refusal } from '../model/refusal.ts';

/** Whether a name from outside is a method: own properties only, so that "constructor" is none. */
export function isMethod(name: unknown): name is MethodName {
  return typeof name === 'string' && Object.hasOwn(METHODS, name);
}

/**
 * The input of a method, checked against its schema.
 * @throws Refusal `invalid-input`, which names the field but never repeats what was in it
 */
export function checkInput(method: MethodName, input: unknown): unknown {
  const checked = METHODS[method].input['~standard'].validate(input);
  if (checked instanceof Promise) throw new Error(`The schema of ${method} is asynchronous.`);
  if (checked.issues === undefined) return checked.value;
  const path = checked.issues[0]?.path?.map(segmentName).join('.');
  throw new Refusal('invalid-input', `${method} does not take this input.`, {
    hint: 'Update the window: it and the engine do not fit together.',
    where: { option: path || 'input' },
  });
}

function segmentName(segment: PropertyKey | { readonly key: PropertyKey }): string {
  const key = typeof segment === 'object' ? segment.key : segment;
  return String(key).slice(0, 100);
}
