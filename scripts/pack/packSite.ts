import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { offlineListFile, type OfflineList } from '../../src/contract/offline.ts';
import { zipFolder, type Entry } from './zipFolder.ts';

const files = path.join(import.meta.dirname, 'files');
/** What every archive is unpacked into. */
const folder = 'skip-connections';

/** What is beside the site: its name in the archive, and the file here. */
const beside = [
  { name: 'README.txt', from: 'README.txt' },
  { name: 'start-windows.cmd', from: 'start-windows.cmd' },
  { name: 'start-macos.command', from: 'start.sh', isProgram: true },
  { name: 'start-linux.sh', from: 'start.sh', isProgram: true },
  { name: 'server/serve.ps1', from: 'serve.ps1' },
  { name: 'server/serve.py', from: 'serve.py' },
  { name: 'server/serve.mjs', from: 'serve.mjs' },
];

/**
 * Packs a built site with servers that need nothing, or next to nothing, installed.
 * @param site its folder
 * @param target the archive
 * @param hasPictures whether CIFAR-10 goes with it; without it the lab says what is missing
 */
export async function packSite(site: string, target: string, hasPictures: boolean): Promise<void> {
  const found = await readdir(site, { recursive: true, withFileTypes: true });
  const names = found
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => hasPictures || !name.startsWith('data/'))
    .sort();
  const entries: Entry[] = [];
  for (const { name, from, isProgram = false } of beside) {
    const text = await readFile(path.join(files, from), 'utf8');
    // Notepad and the command line of older Windows want it so.
    const isForWindows = /\.(cmd|ps1|txt)$/.test(name);
    const content = { text: isForWindows ? text.replaceAll('\n', '\r\n') : text };
    entries.push({ name: `${folder}/${name}`, content, isProgram });
  }
  for (const name of names) {
    const file = path.join(site, name);
    const content = name === offlineListFile && !hasPictures ? await listWithout(file) : { file };
    entries.push({ name: `${folder}/site/${name}`, content });
  }
  await zipFolder(target, entries);
}

/** The list of what can be saved for offline, without the pictures that are not there. */
async function listWithout(file: string): Promise<{ text: string }> {
  const list = JSON.parse(await readFile(file, 'utf8')) as OfflineList;
  const left = list.files.filter((one) => !one.path.startsWith('data/'));
  return { text: JSON.stringify({ ...list, files: left }) };
}
