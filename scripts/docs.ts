import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analysesPage } from './analyses-page.ts';
import { analysisPages } from './analysis-pages.ts';

const docs = join(import.meta.dirname, '../docs');
mkdirSync(join(docs, 'analyses'), { recursive: true });
writeFileSync(join(docs, 'analyses.md'), analysesPage());
for (const [path, page] of analysisPages()) writeFileSync(join(docs, path), page);
