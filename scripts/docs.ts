import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analysesPage } from './analyses-page.ts';
import { measuresPage } from './measures-page.ts';

const docs = join(import.meta.dirname, '../docs');
writeFileSync(join(docs, 'analyses.md'), analysesPage());
writeFileSync(join(docs, 'measures.md'), measuresPage());
