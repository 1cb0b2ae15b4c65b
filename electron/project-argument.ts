import { resolve } from 'node:path';

/** The project that the system asks Attune to open: the argument that ends in .attune. */
export function projectArgument(args: readonly string[], folder: string): string | null {
  const found = args.slice(1).find((arg) => !arg.startsWith('-') && /\.attune$/i.test(arg));
  return found === undefined ? null : resolve(folder, found);
}
