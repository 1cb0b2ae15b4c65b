import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, protocol, session } from 'electron';
import { VERSION } from '../src/app.ts';
import { dataFolder, privateFolder } from '../src/data-folder.ts';
import { createEngineHost } from '../src/engine/engine-host.ts';
import { readStaticFiles } from '../src/engine/static-files.ts';
import { refusalSentence } from '../src/model/refusal.ts';
import { answerAppRequest } from './app-protocol.ts';
import { lockDownApp, lockDownSession } from './lock-down.ts';
import { menuTemplate } from './menu.ts';
import { createPastedFiles } from './pasted-files.ts';
import { startProcessEngine } from './process-engine.ts';
import { projectArgument } from './project-argument.ts';
import { APP_SCHEME, SCHEME, START_PAGE, WINDOW, webPreferences } from './settings.ts';
import { wireMessages } from './wire-messages.ts';

// Built to dist/electron/main.js, beside preload.cjs, engine.js and ../renderer/.
const here = import.meta.dirname;
const packaged = app.isPackaged;
const folder = privateFolder(dataFolder());

lockDownApp(app);
protocol.registerSchemesAsPrivileged([APP_SCHEME]);
app.setPath('userData', privateFolder(join(folder, '.desktop')));

const engine = createEngineHost(() =>
  startProcessEngine(
    { dataFolder: folder, shell: 'desktop', version: VERSION },
    join(here, 'engine.js'),
  ),
);
const pasted = createPastedFiles(join(folder, '.pasted'));
let window: BrowserWindow | null = null;

async function openProject(path: string | null): Promise<void> {
  if (path === null) return;
  const reply = await engine.call('openProject', { file: path }).reply;
  if ('refused' in reply) dialog.showErrorBox('Attune', refusalSentence(reply.refused));
}

async function openWindow(): Promise<void> {
  const opened = new BrowserWindow({
    ...WINDOW,
    webPreferences: webPreferences(join(here, 'preload.cjs'), packaged),
  });
  window = opened;
  wireMessages(opened, engine, pasted);
  opened.once('ready-to-show', () => opened.show());
  await opened.loadURL(START_PAGE);
}

async function start(): Promise<void> {
  await app.whenReady();
  const files = readStaticFiles(join(here, '../renderer'));
  await lockDownSession(session.defaultSession, packaged);
  protocol.handle(SCHEME, (request) => answerAppRequest(request, files));
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ macOS: process.platform === 'darwin', packaged })),
  );
  await openProject(projectArgument(process.argv, process.cwd()));
  await openWindow();
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, args, from) => {
    void openProject(projectArgument(args, from)).then(() => window?.webContents.reload());
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    void engine.close().finally(() => {
      pasted.clear();
      app.exit(0);
    });
  });
  // Not awaited: Electron is ready only after this module has run to its end.
  void start();
} else {
  app.exit(0);
}
