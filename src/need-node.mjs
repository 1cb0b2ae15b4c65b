// Imported for its effect, before anything in TypeScript: it must be readable by the Node it refuses.
const { node } = process.versions;
if (Number.parseInt(node, 10) < 24) {
  console.error(
    `Attune needs Node 24 or newer; this is Node ${node}. ` +
      'Run it through npm, after npm ci: npm brings the right one.',
  );
  process.exit(2);
}
