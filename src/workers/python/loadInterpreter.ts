import { loadPyodide, type PyodideAPI } from 'pyodide';
import type { PythonStart } from '../../contract/pythonFrame.ts';

/** Pyodide asks for its files by address: no network is reached under this one. */
const nowhere = 'https://python.invalid/';

/** Bytes of WebAssembly's memory that a program may fill: what needs more gets Python's MemoryError. */
const memoryLimit = 2 ** 30;
const pageBytes = 65_536;

/** Starts Pyodide from parts that are here already. Its scripts have defined `_createPyodideModule`. */
export async function loadInterpreter({ python, files }: PythonStart): Promise<PyodideAPI> {
  limitMemory();
  globalThis.fetch = async (url) =>
    new Response(String(url).endsWith('.zip') ? files.library : undefined);
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (_response, imports) => {
    const instance = await WebAssembly.instantiate(python, imports);
    return { instance, module: python };
  };
  const pyodide = await loadPyodide({
    indexURL: nowhere,
    lockFileContents: { info: { abi_version: '2025_0' }, packages: {} } as never,
    jsglobals: {},
    stdin: () => null,
  });
  WebAssembly.instantiateStreaming = instantiateStreaming;
  return pyodide;
}

function limitMemory(): void {
  const memory = WebAssembly.Memory.prototype;
  const { grow } = memory;
  memory.grow = function (this: WebAssembly.Memory, pages: number) {
    if (this.buffer.byteLength + pages * pageBytes > memoryLimit)
      throw new RangeError('The program used more memory than this page gives it');
    return grow.call(this, pages);
  };
}
