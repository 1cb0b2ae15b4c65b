import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analysesPage } from './analyses-page.ts';

writeFileSync(join(import.meta.dirname, '../docs/analyses.md'), analysesPage());
