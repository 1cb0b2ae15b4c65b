import type { Artifact } from '../model/project.ts';
import type { Reply } from '../model/refusal.ts';
import type { MethodName } from './methods.ts';
import type { Session } from './session.ts';
import type { Workbench } from './workbench.ts';

/** What is left of an artifact on the wire: the shell has delivered it, or keeps it under a token. */
export interface Delivered {
  name: string;
  bytes: number;
  /** Browser shell: fetch it with this token. Desktop: null, it was saved (or the dialog was closed). */
  token: string | null;
  saved: boolean;
  /** Browser shell: the text that goes into a file beside it. */
  about?: string;
}

export interface Progress {
  done: number;
  total: number;
  label: string;
}

/** The part of AbortSignal that a call needs: this layer knows neither Node nor the DOM. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

export interface CallOptions {
  onProgress?: (progress: Progress) => void;
  signal?: CancelSignal;
}

type Everything = Workbench & Session;
type Wire<T> = T extends Artifact ? Delivered : T;

export type InputOf<Name extends MethodName> = Parameters<Everything[Name]>[0];
export type OutputOf<Name extends MethodName> = Wire<Awaited<ReturnType<Everything[Name]>>>;

/** The contract as the window calls it: every method, asynchronous, failing as a value. */
export type Client = {
  [Name in MethodName]: (
    input: InputOf<Name>,
    options?: CallOptions,
  ) => Promise<Reply<OutputOf<Name>>>;
};

/** One call on its way to the engine. */
export interface CallMessage {
  call: number;
  method: MethodName;
  input: unknown;
}

/** What comes back: any number of progress messages, then one reply. */
export type EngineMessage =
  | { call: number; progress: Progress }
  | { call: number; reply: Reply<unknown> };

/** Asks the engine to stop a call at its next checkpoint. */
export interface CancelMessage {
  cancel: number;
}

/** A client over any transport: the one place where methods become messages. */
export function createClient(
  methods: readonly MethodName[],
  send: (method: MethodName, input: unknown, options: CallOptions) => Promise<Reply<unknown>>,
): Client {
  const entries = methods.map((method) => [
    method,
    (input: unknown, options: CallOptions = {}) => send(method, input, options),
  ]);
  return Object.fromEntries(entries) as Client;
}
