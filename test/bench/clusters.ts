import { clusterSpellings } from '../../src/recipe/cluster/cluster-spellings.ts';
import { judgePairs, placeNames } from '../recipe/place-names.ts';

/** Ten thousand distinct messy place names: how long, how many pairs of variants found, how many rightly. */
const names = placeNames(10_000);
const places = new Set(names.map(({ place }) => place)).size;
console.log(`${names.length} distinct spellings of ${places} places`);
for (const method of ['fingerprint', 'ngram', 'edits', 'all'] as const) {
  const begin = performance.now();
  const clusters = clusterSpellings(names, method);
  const seconds = (performance.now() - begin) / 1000;
  const { precision, recall, missed, wrong } = judgePairs(clusters, names);
  const figures = `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`;
  console.log(
    `${method.padEnd(12)} ${seconds.toFixed(2)} s  ${clusters.length} clusters  ${figures}`,
  );
  for (const pair of [...missed.slice(0, 3)]) if (method === 'all') console.log('  missed', pair);
  for (const pair of [...wrong.slice(0, 3)]) if (method === 'all') console.log('  wrong ', pair);
}
