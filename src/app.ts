import packageJson from '../package.json' with { type: 'json' };
import { APP_NAME } from './model/project.ts';

export const VERSION: string = packageJson.version;

/** "Attune 0.1.0": stands in every result and export. */
export const APP = `${APP_NAME} ${VERSION}`;
