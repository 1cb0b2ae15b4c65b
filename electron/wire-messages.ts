import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { EngineHost } from '../src/engine/engine-host.ts';
import { Refusal, type Reply } from '../src/model/refusal.ts';
import { answerCall, type Desk } from './answer-call.ts';
import { CHANNELS } from './channels.ts';
import { askForFiles, saveArtifact } from './dialogs.ts';
import { createFileTokens } from './file-tokens.ts';
import { callFrom, cancelFrom, isOurPage } from './gate.ts';
import type { PastedFiles } from './pasted-files.ts';

/** A refusal as a value: Electron keeps only an error's message. */
function replyOf<T>(work: () => T): Reply<T> {
  try {
    return { ok: work() };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.toRecord() };
    throw error;
  }
}

/** Connects the window's channels with the engine, each message through the gate. */
export function wireMessages(window: BrowserWindow, engine: EngineHost, pasted: PastedFiles): void {
  const desk: Desk = {
    engine,
    files: createFileTokens(),
    save: (artifact) => saveArtifact(window, artifact),
    running: new Map(),
    send(message) {
      if (!window.isDestroyed()) window.webContents.send(CHANNELS.message, message);
    },
  };
  const ours = ({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent) =>
    isOurPage({ frame: senderFrame, mainFrame: window.webContents.mainFrame });

  ipcMain.on(CHANNELS.call, (event, message: unknown) => {
    const call = ours(event) ? callFrom(message) : null;
    if (call !== null) void answerCall(call, desk);
  });
  ipcMain.on(CHANNELS.cancel, (event, message: unknown) => {
    const cancel = ours(event) ? cancelFrom(message) : null;
    if (cancel !== null) desk.running.get(cancel.cancel)?.cancel();
  });
  ipcMain.handle(CHANNELS.chooseFiles, async (event) => {
    if (!ours(event)) return [];
    return (await askForFiles(window)).map((path) => desk.files.add(path));
  });
  ipcMain.handle(CHANNELS.fileFor, (event, path: unknown) => {
    if (!ours(event) || typeof path !== 'string') throw new Error('Refused.');
    return replyOf(() => desk.files.add(path));
  });
  ipcMain.handle(CHANNELS.takeText, (event, name: unknown, text: unknown) => {
    if (!ours(event) || typeof name !== 'string' || typeof text !== 'string')
      throw new Error('Refused.');
    return replyOf(() => desk.files.add(pasted.keep(name, text)));
  });
}
