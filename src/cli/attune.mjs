// The one plain JavaScript file: it must be readable by the Node it refuses.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Attune needs Node 24 or newer; this is Node ${process.versions.node}. ` +
      'Run it through npm (npm run attune -- …): the right Node is installed with the project.',
  );
  process.exit(2);
}
const { enableCompileCache } = await import('node:module');
enableCompileCache();
const { main } = await import('./attune.ts');
process.exitCode = await main(process.argv.slice(2));
