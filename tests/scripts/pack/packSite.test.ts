import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { packSite } from '../../../scripts/pack/packSite.ts';

const files = {
  'index.html': '<title>cover</title>',
  'residual/index.html': '<title>lesson</title>',
  '404.html': '<title>Page not found</title>',
  'assets/kernels.wasm': '\0asm',
  'assets/index.js': 'export {}',
  'models/model.safetensors': 'weights',
  'data/cifar10/train-00.bin': 'pictures',
  '.built-from': 'stamp',
  'offline-files.json': JSON.stringify({
    version: '1',
    files: [{ path: '' }, { path: 'data/cifar10/train-00.bin' }],
  }),
};

/** Packs a small site, and unpacks it into a folder, whose address has a space. */
async function packAndUnpack(hasPictures: boolean): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'packed site-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const write = async (base: string, name: string, content: string | Uint8Array) => {
    const file = path.join(folder, base, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  };
  for (const [name, content] of Object.entries(files)) await write('built', name, content);
  const archive = path.join(folder, 'site.zip');
  await packSite(path.join(folder, 'built'), archive, hasPictures);
  for (const [name, content] of Object.entries(unzipSync(await readFile(archive))))
    await write('out', name, content);
  return path.join(folder, 'out/skip-connections');
}

/** Starts a server of the archive until the test ends; resolves to the address that it prints. */
function start(folder: string, program: string, args: string[]): Promise<string> {
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, PORT: '0', NO_BROWSER: '1' },
  });
  onTestFinished(() => void child.kill());
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text: Buffer) => {
      said += text;
      const [url] = /http:\/\/localhost:\d+\//.exec(said) ?? [];
      if (url) resolve(url);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('exit', () => reject(new Error(said)));
  });
}

const hasPython = spawnSync('python3', ['--version']).status === 0;
const servers: [string, string, string[]][] = [
  ['the start file', 'sh', ['start-linux.sh']],
  ['Node', process.execPath, ['server/serve.mjs']],
  ...(hasPython
    ? [['Python', 'python3', ['server/serve.py']] satisfies [string, string, string[]]]
    : []),
];

test.each(servers)(
  '%s serves pages and files with their types, and says what is missing',
  async (_, program, args) => {
    const url = await start(await packAndUnpack(true), program, args);
    const ask = async (address: string) => {
      const answer = await fetch(url + address);
      const type = answer.headers.get('Content-Type')?.split(';')[0];
      return [answer.status, type, await answer.text()];
    };
    expect(await ask('')).toEqual([200, 'text/html', files['index.html']]);
    // A folder without its slash leads to it, or its links would lead elsewhere.
    expect(await ask('residual')).toEqual([200, 'text/html', files['residual/index.html']]);
    // With what a class's link says of it.
    const { url: led } = await fetch(`${url}residual?class=hints`);
    expect(led).toBe(`${url}residual/?class=hints`);
    expect((await ask('/'))[0]).toBe(200);
    expect(await ask('assets/kernels.wasm')).toEqual([200, 'application/wasm', '\0asm']);
    expect((await ask('assets/index.js'))[1]).toBe('text/javascript');
    expect((await ask('models/model.safetensors')).slice(0, 2)).toEqual([
      200,
      'application/octet-stream',
    ]);
    const { headers } = await fetch(url);
    expect(headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
    expect(await ask('no/such/page')).toEqual([404, 'text/html', files['404.html']]);
    expect((await ask('assets/'))[0]).toBe(404);
    expect((await ask('..%2f..%2fserver/serve.py'))[0]).toBe(404);
  },
);

test('without pictures none are packed, nor offered to be saved', async () => {
  const folder = await packAndUnpack(false);
  const list = await readFile(path.join(folder, 'site/offline-files.json'), 'utf8');
  expect(list).toBe('{"version":"1","files":[{"path":""}]}');
  await expect(readFile(path.join(folder, 'site/data/cifar10/train-00.bin'))).rejects.toThrow(
    'ENOENT',
  );
  expect(await readFile(path.join(folder, 'start-windows.cmd'), 'utf8')).toMatch(/^@echo off\r\n/);
});
