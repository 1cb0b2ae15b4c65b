import '../src/need-node.mjs';

await import('./start.ts');
