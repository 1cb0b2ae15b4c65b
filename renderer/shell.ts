import type { CallOptions, Delivered } from '../src/contract/client.ts';
import type { MethodName } from '../src/contract/methods.ts';
import type { Reply } from '../src/model/refusal.ts';

/** A file that a person chose: `token` stands for it in every call. */
export interface ChosenFile {
  token: string;
  name: string;
  bytes: number;
}

/** What the window needs from the process around it: the desktop shell or the browser's host. */
export interface Shell {
  send(method: MethodName, input: unknown, options: CallOptions): Promise<Reply<unknown>>;
  /** The system's file dialog; empty when it was closed. */
  chooseFiles(): Promise<readonly Reply<ChosenFile>[]>;
  /** A file that was dropped on the window. */
  takeFile(file: File): Promise<Reply<ChosenFile>>;
  /** A table that was pasted, as a file of this name. */
  takeText(name: string, text: string): Promise<Reply<ChosenFile>>;
  /** The window is done with a file: the shell need not keep it at hand. */
  release(token: string): Promise<void>;
  /** Brings an artifact to the person, where the shell has not done so already; false = it was lost. */
  receive(delivered: Delivered): Promise<boolean>;
  /** Told once when the engine cannot be reached any more. */
  onLost(listener: () => void): void;
}

/** The refusal of a call whose engine went away. */
export const LOST: Reply<never> = {
  refused: {
    code: 'connection-lost',
    message: 'Attune’s engine stopped answering.',
    hint: 'Start Attune again. What was saved is in the project file.',
    where: {},
  },
};
