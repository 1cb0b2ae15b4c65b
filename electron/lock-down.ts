import type { App, Session, WebContents } from 'electron';
import { mayLoad } from './may-load.ts';
import { PERMISSIONS, PROXY, SWITCHES, WEBRTC } from './settings.ts';

/** Before the app is ready: what Chromium itself must not do. */
export function lockDownApp(app: App): void {
  app.enableSandbox();
  for (const [name, value] of SWITCHES) {
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
}

/** No permission, no device, no dictionary, no request but for the window's own files. */
export async function lockDownSession(session: Session, packaged: boolean): Promise<void> {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(PERMISSIONS.includes(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => PERMISSIONS.includes(permission));
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !mayLoad(url, packaged) });
  });
  session.on('will-download', (event) => event.preventDefault());
  await session.setProxy(PROXY);
}

/** A page stays where it is, opens nothing and holds nothing. */
export function lockDownContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy(WEBRTC);
}
