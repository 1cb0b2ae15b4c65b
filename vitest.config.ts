import { defineConfig } from 'vitest/config';
import { findElectron } from './scripts/find-electron.ts';

const SLOW = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  fileParallelism: false,
  maxWorkers: 1,
};

/**
 * The unit tests; the end-to-end tests, which need the built window and a Chromium; and those of the
 * desktop, which are collected only where Electron's program is present. Most machines that build
 * Attune cannot fetch it: there the parts of electron/ that decide are held by unit tests.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/bench/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          ...SLOW,
        },
      },
      ...(findElectron() === null
        ? []
        : [{ test: { name: 'desktop', include: ['test/e2e/**/*.desktop.ts'], ...SLOW } }]),
    ],
  },
});
