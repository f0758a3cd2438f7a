import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file of an archive: where it is in it, and its content, or the file on the disk that has it. */
export interface Entry {
  name: string;
  content: { file: string } | { text: string };
  /** May be started by a double click. */
  isProgram?: boolean;
}

/** Files that are packed already, or hardly get smaller. */
const dense = /\.(png|jpg|woff2?|zip|safetensors|bin)$/;
/** In the upper half of a zip's attributes stand Unix's own, of which Windows knows nothing. */
const unix = 3;

/** Writes a zip archive, entry by entry, without holding it in memory. */
export async function zipFolder(target: string, entries: Entry[]): Promise<void> {
  const output = createWriteStream(target);
  const zip = new Zip();
  const done = new Promise<void>((resolve, reject) => {
    zip.ondata = (error, chunk, isLast) => {
      if (error) return reject(error);
      output.write(chunk);
      if (isLast) resolve();
    };
  });
  for (const { name, content, isProgram } of entries) {
    const packed = dense.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    packed.os = unix;
    packed.attrs = (isProgram ? 0o100755 : 0o100644) << 16;
    zip.add(packed);
    if ('text' in content) packed.push(new TextEncoder().encode(content.text), true);
    else {
      for await (const chunk of createReadStream(content.file)) packed.push(chunk as Uint8Array);
      packed.push(new Uint8Array(), true);
    }
    if (output.writableNeedDrain) await once(output, 'drain');
  }
  zip.end();
  await done;
  output.end();
  await finished(output);
}
