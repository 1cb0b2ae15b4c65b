import { Refusal } from '../../model/refusal.ts';
import { type CharSet, type Node, parsePattern } from './parse-pattern.ts';

/** Finds and replaces in time that grows with the text alone, whatever the pattern. */
export interface Pattern {
  test(text: string): boolean;
  /** Every match replaced; `$1` stands for its first group, `$&` for all of it, `$$` for a dollar sign. */
  replaceAll(text: string, by: string): string;
}

type Instruction =
  | { op: 'set'; set: CharSet }
  | { op: 'split'; first: number; second: number }
  | { op: 'jump'; to: number }
  | { op: 'save'; slot: number }
  | { op: 'place'; place: 'start' | 'end' | 'edge' | 'inside' }
  | { op: 'match' };

const MOST_INSTRUCTIONS = 20_000;

/**
 * Compiles a pattern for Pike's machine: all ways through the pattern go over the text side by side, at most
 * one in each place, the preferred one first. So no pattern can make a column hang, as backtracking can.
 * R. Cox, "Regular Expression Matching: the Virtual Machine Approach" (2009).
 * @throws Refusal `bad-pattern`
 */
export function compilePattern(source: string, options: { ignoreCase?: boolean } = {}): Pattern {
  const { node, groups } = parsePattern(source);
  const program: Instruction[] = [];
  emit({ type: 'group', index: 0, node }, program);
  program.push({ op: 'match' });
  const ignoreCase = options.ignoreCase === true;
  const slots = 2 * (groups + 1);
  const find = (chars: readonly string[], from: number) =>
    run(program, slots, chars, from, ignoreCase);
  return {
    test: (text) => find([...text], 0) !== undefined,
    replaceAll(text, by) {
      const chars = [...text];
      let made = '';
      let at = 0;
      for (let from = 0; from <= chars.length; ) {
        const match = find(chars, from);
        if (!match) break;
        const [begin = 0, end = 0] = match;
        made += chars.slice(at, begin).join('') + fill(by, chars, match);
        at = end;
        // An empty match is passed by, or it would be found for ever.
        from = end > begin ? end : end + 1;
      }
      return made + chars.slice(at).join('');
    },
  };
}

function emit(node: Node, into: Instruction[]): void {
  if (into.length > MOST_INSTRUCTIONS) {
    throw new Refusal('bad-pattern', 'The pattern is too long when its repeats are written out.', {
      where: { option: 'find' },
    });
  }
  switch (node.type) {
    case 'set':
      into.push({ op: 'set', set: node.set });
      return;
    case 'sequence':
      for (const each of node.nodes) emit(each, into);
      return;
    case 'group':
      if (node.index !== null) into.push({ op: 'save', slot: 2 * node.index });
      emit(node.node, into);
      if (node.index !== null) into.push({ op: 'save', slot: 2 * node.index + 1 });
      return;
    case 'choice':
      emitChoice(node.nodes, into);
      return;
    case 'repeat':
      emitRepeat(node, into);
      return;
    default:
      into.push({ op: 'place', place: node.type });
  }
}

function emitChoice(nodes: readonly Node[], into: Instruction[]): void {
  const ends: { op: 'jump'; to: number }[] = [];
  for (const [i, each] of nodes.entries()) {
    if (i === nodes.length - 1) {
      emit(each, into);
      break;
    }
    const split = { op: 'split' as const, first: into.length + 1, second: 0 };
    into.push(split);
    emit(each, into);
    const end = { op: 'jump' as const, to: 0 };
    ends.push(end);
    into.push(end);
    split.second = into.length;
  }
  for (const end of ends) end.to = into.length;
}

function emitRepeat(
  { node, least, most, lazy }: Extract<Node, { type: 'repeat' }>,
  into: Instruction[],
): void {
  for (let i = 0; i < least; i++) emit(node, into);
  const split = () => {
    const made = { op: 'split' as const, first: 0, second: 0 };
    into.push(made);
    return (inside: number, after: number) => {
      made.first = lazy ? after : inside;
      made.second = lazy ? inside : after;
    };
  };
  if (most === Number.POSITIVE_INFINITY) {
    const loop = into.length;
    const choose = split();
    emit(node, into);
    into.push({ op: 'jump', to: loop });
    choose(loop + 1, into.length);
    return;
  }
  const choices = Array.from({ length: most - least }, () => {
    const choose = split();
    const inside = into.length;
    emit(node, into);
    return (after: number) => choose(inside, after);
  });
  for (const choose of choices) choose(into.length);
}

type Saved = readonly number[];

/** The leftmost match from a place on: where it and its groups begin and end. */
function run(
  program: readonly Instruction[],
  slots: number,
  chars: readonly string[],
  from: number,
  ignoreCase: boolean,
): Saved | undefined {
  let found: Saved | undefined;
  let now: { pc: number; saved: Saved }[] = [];
  const seen = new Int32Array(program.length).fill(-1);
  for (let at = from; ; at++) {
    const next: typeof now = [];
    // Threads of this place in order of preference; a new one starts here while nothing was found.
    const here: typeof now = [];
    const add = (pc: number, saved: Saved): void => {
      const stack: { pc: number; saved: Saved }[] = [{ pc, saved }];
      for (let top = stack.pop(); top; top = stack.pop()) {
        if (seen[top.pc] === at) continue;
        seen[top.pc] = at;
        const instruction = program[top.pc] as Instruction;
        switch (instruction.op) {
          case 'jump':
            stack.push({ pc: instruction.to, saved: top.saved });
            break;
          case 'split':
            stack.push({ pc: instruction.second, saved: top.saved });
            stack.push({ pc: instruction.first, saved: top.saved });
            break;
          case 'save':
            stack.push({ pc: top.pc + 1, saved: top.saved.with(instruction.slot, at) });
            break;
          case 'place':
            if (isPlace(instruction.place, chars, at)) {
              stack.push({ pc: top.pc + 1, saved: top.saved });
            }
            break;
          default:
            here.push(top);
        }
      }
    };
    for (const thread of now) add(thread.pc, thread.saved);
    if (!found) add(0, new Array<number>(slots).fill(-1));
    for (const { pc, saved } of here) {
      const instruction = program[pc] as Instruction;
      if (instruction.op === 'match') {
        found = saved;
        break;
      }
      const char = chars[at];
      if (
        instruction.op === 'set' &&
        char !== undefined &&
        takes(instruction.set, char, ignoreCase)
      ) {
        next.push({ pc: pc + 1, saved });
      }
    }
    now = next;
    if (at >= chars.length || (found && now.length === 0)) return found;
  }
}

function takes(set: CharSet, char: string, ignoreCase: boolean): boolean {
  const has = (one: string) => {
    const code = one.codePointAt(0) ?? 0;
    return set.ranges.some(([low, high]) => code >= low && code <= high);
  };
  const isIn = has(char) || (ignoreCase && (has(char.toLowerCase()) || has(char.toUpperCase())));
  return isIn !== set.negated;
}

function isPlace(
  place: 'start' | 'end' | 'edge' | 'inside',
  chars: readonly string[],
  at: number,
): boolean {
  if (place === 'start') return at === 0;
  if (place === 'end') return at === chars.length;
  const isEdge = isWord(chars[at - 1]) !== isWord(chars[at]);
  return place === 'edge' ? isEdge : !isEdge;
}

function isWord(char: string | undefined): boolean {
  return char !== undefined && /^\w$/.test(char);
}

function fill(by: string, chars: readonly string[], saved: Saved): string {
  return by.replace(/\$(\$|&|\d{1,2})/g, (all, what: string) => {
    if (what === '$') return '$';
    const group = what === '&' ? 0 : Number(what);
    if (2 * group >= saved.length) return all;
    const [begin = -1, end = -1] = saved.slice(2 * group, 2 * group + 2);
    return begin < 0 || end < 0 ? '' : chars.slice(begin, end).join('');
  });
}
