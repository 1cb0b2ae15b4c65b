/** The names of the messages between the window and the main process. There are no others. */
export const CHANNELS = {
  /** Window → main: {call, method, input}. */
  call: 'attune:call',
  /** Window → main: {cancel}. */
  cancel: 'attune:cancel',
  /** Main → window: EngineMessage. */
  message: 'attune:message',
  /** Window asks main: the system's file dialog. */
  chooseFiles: 'attune:choose-files',
  /** Window asks main: a token for a table that was pasted, by its name and its text. */
  takeText: 'attune:take-text',
  /** Preload asks main, with the path of a file that was dropped: a token for it. */
  fileFor: 'attune:file-for',
} as const;
