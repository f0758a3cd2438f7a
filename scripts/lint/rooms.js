import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';

/**
 * The rooms of src/: what each holds, and which places it may reach besides itself and packages. No other
 * than those with `tfjs` may import TensorFlow.js, or it would land in the page's bundle.
 * @type {Record<string, { holds: string, mayImport: string[], tfjs?: true }>}
 */
const house = {
  'main.tsx': { holds: 'the entry point, which mounts the page', mayImport: ['src/page'] },
  pages: {
    holds: 'the pages as the build renders them: cover, lessons, glossary',
    mayImport: [
      ...['src/widgets.ts', 'src/exercises', 'src/figure', 'src/ui'],
      ...['src/lib', 'src/contract', 'content'],
    ],
  },
  page: {
    holds: 'the page around the lessons, in the browser',
    mayImport: [
      ...['src/widgets.ts', 'src/exercises', 'src/figure', 'src/ui'],
      ...['src/data', 'src/lib', 'src/contract', 'content'],
    ],
  },
  'widgets.ts': { holds: 'the registry of figures', mayImport: ['src/widgets', 'src/figure'] },
  'widgets/*': {
    holds: 'one figure each; never imports another',
    mayImport: [
      ...['src/figure', 'src/ui', 'src/runtime', 'src/lib', 'src/contract'],
      'content/samples.ts',
    ],
  },
  figure: {
    holds: 'the parts that every figure is made of',
    mayImport: ['src/ui', 'src/runtime', 'src/lib', 'src/contract'],
  },
  ui: {
    holds: 'controls, charts, pixels and drawings; nothing about training',
    mayImport: ['src/lib'],
  },
  exercises: {
    holds: "the exercises' frame, editor, judges and the sandbox for a reader's code",
    mayImport: ['src/figure', 'src/ui', 'src/runtime', 'src/lib', 'src/contract'],
  },
  runtime: {
    holds: "the page's side of every worker",
    mayImport: ['src/lib', 'src/contract'],
  },
  contract: { holds: 'everything page and engine share: types and tiny functions', mayImport: [] },
  workers: {
    holds: 'the far side of every worker',
    mayImport: [
      ...['src/training', 'src/experiments', 'src/inference', 'src/engine'],
      ...['src/torch', 'src/data', 'src/weights', 'src/lib', 'src/contract'],
      'content/exercises/checking.py',
    ],
    tfjs: true,
  },
  torch: {
    holds: "PyTorch for the reader's code: tensors in TypeScript, modules in Python",
    mayImport: ['src/kernels', 'src/lib', 'src/contract'],
    tfjs: true,
  },
  engine: {
    holds: 'choosing, starting and restarting a device',
    mayImport: ['src/kernels', 'src/lib', 'src/contract'],
    tfjs: true,
  },
  experiments: {
    holds: 'experiments that take seconds',
    mayImport: ['src/models', 'src/nn', 'src/data', 'src/weights', 'src/lib', 'src/contract'],
    tfjs: true,
  },
  inference: {
    holds: 'preparing a pretrained network and asking it',
    mayImport: ['src/models', 'src/nn', 'src/data', 'src/weights', 'src/lib', 'src/contract'],
    tfjs: true,
  },
  training: {
    holds: 'the training loop and its measurements',
    mayImport: ['src/models', 'src/nn', 'src/data', 'src/lib', 'src/contract'],
    tfjs: true,
  },
  models: {
    holds: 'networks, written to read like the equations',
    mayImport: ['src/nn', 'src/lib', 'src/contract'],
    tfjs: true,
  },
  nn: {
    holds: 'layers, losses and optimisers, named as in PyTorch',
    mayImport: ['src/kernels', 'src/lib', 'src/contract'],
    tfjs: true,
  },
  kernels: {
    holds: 'our own operations, composed and for each backend',
    mayImport: ['src/lib'],
    tfjs: true,
  },
  weights: {
    holds: 'reading checkpoints into state dictionaries, and writing them',
    mayImport: ['src/lib', 'src/contract'],
  },
  data: {
    holds: 'loading CIFAR-10, pictures and downloads into typed arrays',
    mayImport: ['src/lib', 'src/contract'],
  },
  lib: { holds: 'random numbers, checks, formats', mayImport: [] },
};

const tfjsRooms = Object.keys(house).filter((room) => house[room]?.tfjs);

/** The rooms as CONTRIBUTING.md shows them: a table in Markdown. */
export function roomsTable() {
  const rows = Object.entries(house).map(([room, { holds, mayImport, tfjs }]) => {
    const places = mayImport.map((place) => place.replace('src/', ''));
    const all = [...places, ...(tfjs ? ['TensorFlow.js'] : [])];
    return `| \`${room}\` | ${holds} | ${all.join(', ') || 'nothing'} |`;
  });
  return ['| room | holds | may import |', '| --- | --- | --- |', ...rows].join('\n');
}

/**
 * ESLint configs that hold every room to its neighbours.
 * @param {string} root the folder that holds src/ and content/
 * @param {string} packages its node_modules
 * @returns {import('eslint').Linter.Config[]}
 */
export function rooms(root, packages = path.join(root, 'node_modules')) {
  return [
    {
      files: ['**/*.{js,mjs,ts,tsx}'],
      plugins: { 'import-x': /** @type {import('eslint').ESLint.Plugin} */ (importX) },
      settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    },
    ...Object.entries(house).flatMap(([pattern, { mayImport, tfjs }]) =>
      matchingRooms(root, pattern).map((room) => ({
        files: [`src/${room}`, `src/${room}/**`],
        rules: restrict(root, packages, room, mayImport, tfjs),
      })),
    ),
    {
      files: ['content/**/*.ts'],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              { group: ['*'], allowTypeImports: true, message: 'The book imports nothing.' },
            ],
          },
        ],
      },
    },
  ];
}

/**
 * `widgets/*` stands for each folder there: one widget never imports another.
 * @param {string} root
 * @param {string} pattern
 */
function matchingRooms(root, pattern) {
  if (!pattern.endsWith('/*')) return [pattern];
  const parent = pattern.slice(0, -2);
  return readdirSync(path.join(root, 'src', parent)).map((name) => `${parent}/${name}`);
}

/**
 * @param {string} root
 * @param {string} packages
 * @param {string} room
 * @param {string[]} allowed
 * @param {boolean} tfjs whether it may import TensorFlow.js
 * @returns {import('eslint').Linter.RulesRecord}
 */
function restrict(root, packages, room, allowed, tfjs = false) {
  const own = `src/${room}`;
  const names = allowed.length > 0 ? allowed.join(', ') : 'nothing';
  const zones = [
    {
      target: own,
      from: '.',
      except: ['node_modules', own, ...allowed],
      message: `${own} may import only ${names}.`,
    },
  ];
  if (!tfjs) {
    zones.push({
      target: own,
      from: path.join(packages, '@tensorflow'),
      except: [],
      message: `TensorFlow.js belongs in ${tfjsRooms.join(', ')}.`,
    });
  }
  return { 'import-x/no-restricted-paths': ['error', { basePath: root, zones }] };
}
