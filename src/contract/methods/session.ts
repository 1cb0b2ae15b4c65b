import * as v from 'valibot';
import { type MethodsOf, nothing, SESSION } from '../method-record.ts';
import { fileReading } from '../schemas/imports.ts';
import { name } from '../schemas/plain.ts';
import type { Session } from '../session.ts';

export const SESSION_METHODS = {
  start: { ...SESSION, input: nothing },
  newProject: { ...SESSION, input: v.strictObject({ name }) },
  openProject: {
    ...SESSION,
    files: ['file'],
    input: v.strictObject({ file: fileReading.file }),
  },
  openRecent: { ...SESSION, input: v.strictObject({ id: name }) },
  forgetRecent: { ...SESSION, input: v.strictObject({ id: name }) },
  openSample: { ...SESSION, input: nothing },
  closeProject: { ...SESSION, input: nothing },
} as const satisfies MethodsOf<Session>;
