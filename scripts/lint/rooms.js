import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';

/**
 * Who may import whom: for each room of src/, the places it may reach besides itself and packages.
 * @type {Record<string, string[]>}
 */
const mayImport = {
  'main.tsx': ['src/page'],
  lib: [],
  contract: [],
  data: ['src/lib', 'src/contract'],
  weights: ['src/lib', 'src/contract'],
  kernels: ['src/lib'],
  nn: ['src/kernels', 'src/lib', 'src/contract'],
  models: ['src/nn', 'src/lib', 'src/contract'],
  training: ['src/models', 'src/nn', 'src/data', 'src/lib', 'src/contract'],
  experiments: ['src/models', 'src/nn', 'src/data', 'src/lib', 'src/contract'],
  inference: ['src/models', 'src/nn', 'src/data', 'src/weights', 'src/lib', 'src/contract'],
  engine: ['src/kernels', 'src/lib', 'src/contract'],
  workers: [
    ...['src/training', 'src/experiments', 'src/inference', 'src/engine'],
    ...['src/data', 'src/weights', 'src/lib', 'src/contract'],
  ],
  runtime: ['src/lib', 'src/contract'],
  ui: ['src/lib'],
  figure: ['src/ui', 'src/runtime', 'src/lib', 'src/contract'],
  'widgets/*': [
    ...['src/figure', 'src/ui', 'src/runtime', 'src/lib', 'src/contract'],
    'content/samples.ts',
  ],
  'widgets.ts': ['src/widgets', 'src/figure'],
  exercises: ['src/figure', 'src/ui', 'src/runtime', 'src/lib', 'src/contract'],
  'exercises/sandbox': [
    ...['src/exercises', 'src/nn', 'src/models'],
    ...['src/figure', 'src/ui', 'src/runtime', 'src/lib', 'src/contract'],
  ],
  page: ['src/widgets.ts', 'src/exercises', 'src/figure', 'src/ui', 'src/lib', 'content'],
  pages: ['src/widgets.ts', 'src/exercises', 'src/figure', 'src/ui', 'src/lib', 'content'],
};

/** The rooms of the engine: no other may import TensorFlow.js, or it would land in the page's bundle. */
const tfjsRooms = [
  'kernels',
  'nn',
  'models',
  'training',
  'experiments',
  'inference',
  'engine',
  'workers',
];

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
    // A later config replaces an earlier one: the sandbox is not held to the rules of exercises.
    ...Object.entries(mayImport).flatMap(([pattern, allowed]) =>
      matchingRooms(root, pattern).map((room) => ({
        files: [`src/${room}`, `src/${room}/**`],
        rules: restrict(root, packages, room, allowed),
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
 * @returns {import('eslint').Linter.RulesRecord}
 */
function restrict(root, packages, room, allowed) {
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
  if (!tfjsRooms.includes(room)) {
    zones.push({
      target: own,
      from: path.join(packages, '@tensorflow'),
      except: [],
      message: `TensorFlow.js belongs in ${tfjsRooms.join(', ')}.`,
    });
  }
  return { 'import-x/no-restricted-paths': ['error', { basePath: root, zones }] };
}
