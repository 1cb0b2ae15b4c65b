import type { ParseArgsConfig } from 'node:util';
import type { Task } from '../model/project.ts';

/** Wrong usage: exit 2, told apart from a refusal (exit 1). */
export class UsageError extends Error {}

/** An option that can be given more than once has a list. */
export type ArgumentValue = string | boolean | readonly (string | boolean)[] | undefined;

export interface Arguments {
  positionals: readonly string[];
  values: Readonly<Record<string, ArgumentValue>>;
}

/** What a command answers: the same content for programs and for people. */
export interface Answer {
  json: unknown;
  text: string;
  /** 0 done, 1 the check failed. */
  exitCode?: 0 | 1;
}

/** One command of the command line as data: help, documentation and parsing come from it. */
export interface Command {
  name: string;
  /** As in the help: "P.attune FILE…". */
  usage: string;
  about: string;
  options: NonNullable<ParseArgsConfig['options']>;
  /** Fewest and most positional arguments. */
  takes: readonly [number, number];
  run(args: Arguments, task: Task): Promise<Answer>;
}

/** The text of an option; undefined when it was not given. */
export function textOption(args: Arguments, name: string): string | undefined {
  const value = args.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The texts of an option that can be given more than once. */
export function listOption(args: Arguments, name: string): string[] {
  const value = args.values[name];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** A whole number given as an option. @throws UsageError */
export function numberOption(args: Arguments, name: string, fallback: number): number {
  const text = textOption(args, name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new UsageError(`--${name} takes a whole number, not “${text}”.`);
}

/** The nth positional argument, which `takes` has made sure of. */
export function positional(args: Arguments, index: number): string {
  const value = args.positionals[index];
  if (value === undefined) throw new UsageError('An argument is missing.');
  return value;
}
