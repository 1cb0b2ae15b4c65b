import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import type { EngineMessage } from '../src/contract/client.ts';
import { CHANNELS } from './channels.ts';

type DroppedFile = Parameters<typeof webUtils.getPathForFile>[0];

/** All that the window gets of the desktop: messages in, messages out, tokens for files. */
contextBridge.exposeInMainWorld('attune', {
  call(method: string, input: unknown, id: number): void {
    ipcRenderer.send(CHANNELS.call, { call: id, method, input });
  },
  cancel(id: number): void {
    ipcRenderer.send(CHANNELS.cancel, { cancel: id });
  },
  onMessage(listener: (message: EngineMessage) => void): void {
    ipcRenderer.removeAllListeners(CHANNELS.message);
    ipcRenderer.on(CHANNELS.message, (_event: IpcRendererEvent, message: EngineMessage) => {
      listener(message);
    });
  },
  chooseFiles: (): Promise<unknown> => ipcRenderer.invoke(CHANNELS.chooseFiles),
  takeText: (name: string, text: string): Promise<unknown> =>
    ipcRenderer.invoke(CHANNELS.takeText, name, text),
  fileFor: (file: DroppedFile): Promise<unknown> =>
    ipcRenderer.invoke(CHANNELS.fileFor, webUtils.getPathForFile(file)),
});
