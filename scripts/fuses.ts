import type { Configuration } from 'electron-builder';

/**
 * Electron's fuses in what is shipped, each with the value we want, the default named where it differs.
 * Flipped while packing; Playwright cannot drive a build with them, so development keeps Electron as it is.
 */
export const FUSES = {
  /** Default on. With it, the program would be a Node for anyone. */
  runAsNode: false,
  /** Default off. */
  enableCookieEncryption: true,
  /** Default on. */
  enableNodeOptionsEnvironmentVariable: false,
  /** Default on. */
  enableNodeCliInspectArguments: false,
  /** Default off. macOS and Windows; Linux has no such check. */
  enableEmbeddedAsarIntegrityValidation: true,
  /** Default off. */
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  /** Default on. The window is served from app://, so file:// needs no privilege. */
  grantFileProtocolExtraPrivileges: false,
} as const satisfies NonNullable<Configuration['electronFuses']>;
