import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** Every file of a zip by its path. */
export async function unzip(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const files = new Map<string, Uint8Array>();
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('/')) {
      files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
    }
  }
  return files;
}

/** One file of a zip as text. */
export async function unzipText(bytes: Uint8Array, path: string): Promise<string> {
  const file = (await unzip(bytes)).get(path);
  if (!file) throw new Error(`no ${path} in the zip`);
  return new TextDecoder().decode(file);
}
