import type { Configuration } from 'electron-builder';
import { FUSES } from '../scripts/fuses.ts';

const DRIVER = 'node_modules/better-sqlite3';

/** Installers: `npm run package`. The names are the same on every system: Attune-<version>-<system>-<arch>. */
const config: Configuration = {
  appId: 'org.attune.workbench',
  productName: 'Attune',
  copyright: 'The Attune developers',
  directories: { output: 'release', buildResources: 'build' },
  // Everything is bundled into dist/; only the driver of the database comes as a package, because it
  // holds native code. It is Node-API with prebuilt binaries: nothing is compiled or downloaded.
  files: [
    'dist/**/*',
    'package.json',
    '!node_modules/**/*',
    `${DRIVER}/package.json`,
    `${DRIVER}/LICENSE`,
    `${DRIVER}/lib/**/*.js`,
    `${DRIVER}/prebuilds/*.node`,
  ],
  asar: true,
  asarUnpack: [`${DRIVER}/prebuilds/*.node`],
  npmRebuild: false,
  electronFuses: FUSES,
  electronLanguages: ['en-GB', 'en-US'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
  artifactName: 'Attune-${version}-${os}-${arch}.${ext}',
  fileAssociations: [
    { ext: 'attune', name: 'Attune project', description: 'Attune project', role: 'Editor' },
  ],
  publish: null,
  win: { target: [{ target: 'nsis', arch: ['x64'] }], icon: 'build/icon.png' },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
  },
  mac: {
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    category: 'public.app-category.productivity',
    icon: 'build/icon.png',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
  },
  linux: {
    target: [
      { target: 'AppImage', arch: ['x64'] },
      { target: 'deb', arch: ['x64'] },
    ],
    category: 'Science',
    icon: 'build/icon.png',
    maintainer: 'The Attune developers <attune@example.org>',
    synopsis: 'A workbench for people who evaluate services for parents and infants',
  },
};

// electron-builder takes its configuration as a default export only.
export default config;
