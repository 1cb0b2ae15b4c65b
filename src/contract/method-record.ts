import * as v from 'valibot';

export type FileKey = 'file' | 'codebook' | 'stack';

/** One record a method: what may enter, and how a shell has to treat it. */
export interface MethodRecord<Input> {
  input: v.GenericSchema<unknown, Input>;
  /** Of the open project, or of the session around it. */
  of: 'project' | 'session';
  /** Changes the project. */
  writes: boolean;
  /**
   * Keys of the input that hold a file: a token on the wire, which the shell turns into a path. `stack`
   * holds several.
   */
  files: readonly FileKey[];
  /**
   * Nobody waits for it before they go on: it lets all other calls pass, before it begins and whenever it
   * stops at a checkpoint.
   */
  patient: boolean;
  /** Answers with an Artifact, which the shell delivers (save dialog, download). */
  delivers: boolean;
}

/** The records of an interface, complete. */
export type MethodsOf<Interface> = {
  [Name in keyof Interface]: Interface[Name] extends (
    input: infer Input,
    ...rest: never[]
  ) => unknown
    ? MethodRecord<Input>
    : never;
};

export const READ = {
  of: 'project',
  writes: false,
  files: [],
  patient: false,
  delivers: false,
} as const;
export const PATIENT = { ...READ, patient: true } as const;
export const WRITE = { ...READ, writes: true } as const;
export const DELIVER = { ...READ, delivers: true } as const;
export const SESSION = { ...READ, of: 'session' } as const;
export const nothing = v.strictObject({});
