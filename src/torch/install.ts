import type { PyodideInterface } from 'pyodide';
import type { PyProxy } from 'pyodide/ffi';
import { bridge } from './bridge/bridge.ts';
import { liveBytes } from './bridge/handles.ts';
import { registerOperations } from './operations.ts';
import { limitMemory } from './tensor/memory.ts';

/** Frees what only a cycle or the last exception's frames hold; its value is a function. */
const letGo = `
import gc, sys

def collect():
    for name in ('last_exc', 'last_type', 'last_value', 'last_traceback'):
        if hasattr(sys, name):
            delattr(sys, name)
    gc.collect()

collect
`;

const folder = '/lib/skip-connections';

/**
 * Lets Python import torch.
 * @param files the Python files' texts by path, such as `torch/__init__.py`
 * @param memory bytes that tensors may take
 */
export function installTorch(
  pyodide: PyodideInterface,
  files: Readonly<Record<string, string>>,
  memory = 640 * 2 ** 20,
): void {
  registerOperations();
  pyodide.registerJsModule('_torch', bridge);
  for (const [path, text] of Object.entries(files)) {
    const place = `${folder}/${path}`;
    pyodide.FS.mkdirTree(place.slice(0, place.lastIndexOf('/')));
    pyodide.FS.writeFile(place, text);
  }
  pyodide.runPython(`import sys; sys.path.insert(0, '${folder}')`);
  const collect = pyodide.runPython(letGo, { globals: pyodide.toPy({}) as PyProxy }) as () => void;
  limitMemory(memory, liveBytes, collect);
}
