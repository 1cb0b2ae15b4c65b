import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analysesPage } from './analyses-page.ts';
import { analysisPages } from './analysis-pages.ts';
import { measuresPage } from './measures-page.ts';

const docs = join(import.meta.dirname, '../docs');
mkdirSync(join(docs, 'analyses'), { recursive: true });
writeFileSync(join(docs, 'analyses.md'), analysesPage());
for (const [path, page] of analysisPages()) writeFileSync(join(docs, path), page);
writeFileSync(join(docs, 'measures.md'), measuresPage());
