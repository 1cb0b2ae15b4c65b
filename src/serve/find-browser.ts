import { accessSync, constants } from 'node:fs';
import { delimiter, join, posix, win32 } from 'node:path';

type Environment = Record<string, string | undefined>;

const LINUX = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const MACOS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Chromium.app/Contents/MacOS/Chromium',
];

const WINDOWS = [
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
];

/** Where a Chromium, Chrome or Edge may stand on this system, best first. ATTUNE_BROWSER names one outright. */
export function browserPlaces(platform: NodeJS.Platform, environment: Environment): string[] {
  const chosen = environment.ATTUNE_BROWSER;
  if (chosen) return [chosen];
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'];
    return WINDOWS.flatMap((path) =>
      places(
        roots.map((root) => environment[root]),
        path,
        win32.join,
      ),
    );
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', join(environment.HOME ?? '/', 'Applications')];
    return MACOS.flatMap((path) => places(roots, path, posix.join));
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return LINUX.flatMap((name) => places(folders, name, posix.join));
}

/** The first of them that can be run; null where there is none. */
export function findBrowser(
  platform: NodeJS.Platform = process.platform,
  environment: Environment = process.env,
): string | null {
  return browserPlaces(platform, environment).find(isProgram) ?? null;
}

/** Whether a window could be seen: on Linux that takes a display. */
export function hasDisplay(
  platform: NodeJS.Platform = process.platform,
  environment: Environment = process.env,
): boolean {
  return platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

function places(
  roots: readonly (string | undefined)[],
  path: string,
  joined: (...parts: string[]) => string,
): string[] {
  return roots.flatMap((root) => (root ? [joined(root, path)] : []));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
