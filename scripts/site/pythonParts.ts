import { statSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'vite';
import { bundlerChecks } from './bundlerChecks.ts';
import { packLibrary } from './packLibrary.ts';

const root = path.resolve(import.meta.dirname, '../..');
const modules = path.join(root, 'node_modules');
const made = path.join(modules, '.cache/python');
const name = 'virtual:python-parts';
/** What the worker is made of. */
const sources = ['src/workers', 'src/torch', 'src/kernels', 'src/lib', 'content/exercises'];

/** Files of what src/exercises/sandbox fetches, by what they are to it; in this order the scripts run. */
const files = {
  interpreter: path.join(modules, 'pyodide/pyodide.asm.js'),
  worker: path.join(made, 'python.worker.js'),
  python: path.join(modules, 'pyodide/pyodide.asm.wasm'),
  library: path.join(made, 'library.zip'),
  tensors: path.join(modules, '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm'),
  kernels: path.join(root, 'src/kernels/wasm/kernels.wasm'),
};

/**
 * Offers `virtual:python-parts`: the addresses and sizes of the files that Python in the page is made of. The worker's script is
 * built for it as one classic script: in a frame without an origin no worker may import another file.
 */
export function pythonParts(): Plugin {
  let isServed = false;
  return {
    name: 'python-parts',
    configResolved({ command }) {
      isServed = command === 'serve';
    },
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      await Promise.all([buildWorker(), packLibrary(files.library)]);
      return isServed ? servedModule() : builtModule();
    },
    configureServer(server) {
      // Vite would take the scripts for modules, and rewrite them.
      server.middlewares.use('/python-parts/', (request, response, next) => {
        const file = Object.entries(files).find(([part]) => request.url === `/${part}`)?.[1];
        if (!file) return next();
        response.setHeader('Content-Type', 'application/octet-stream');
        void import('node:fs').then(({ createReadStream }) =>
          createReadStream(file).pipe(response),
        );
      });
      server.watcher.on('change', (file) => {
        if (!sources.some((folder) => file.startsWith(path.join(root, folder)))) return;
        const known = server.moduleGraph.getModuleById(`\0${name}`);
        if (known) void server.reloadModule(known);
      });
    },
  };
}

function builtModule(): string {
  const parts = Object.entries(files);
  const imports = parts.map(
    ([part, file]) => `import ${part} from ${JSON.stringify(`${file}?url`)};`,
  );
  const entries = parts.map(([part, file]) => describe(part, part, file));
  return `${imports.join('\n')}\nexport default { ${entries.join(', ')} };`;
}

function servedModule(): string {
  const entries = Object.entries(files).map(([part, file]) =>
    describe(part, JSON.stringify(`/python-parts/${part}`), file),
  );
  return `export default { ${entries.join(', ')} };`;
}

function describe(part: string, url: string, file: string): string {
  return `${part}: { url: ${url}, bytes: ${statSync(file).size} }`;
}

async function buildWorker(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: made,
      emptyOutDir: false,
      target: 'es2022',
      // Pyodide asks for them in Node alone.
      rolldownOptions: { external: /^(node:.*|ws)$/, checks: bundlerChecks },
      lib: {
        entry: path.join(root, 'src/workers/python.worker.ts'),
        name: 'python',
        formats: ['iife'],
        fileName: () => path.basename(files.worker),
      },
    },
  });
}
