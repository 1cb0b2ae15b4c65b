import module from 'node:module';
import '../need-node.mjs';

module.enableCompileCache();
const { main } = await import('./attune.ts');
process.exitCode = await main(process.argv.slice(2));
