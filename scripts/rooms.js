import path from 'node:path';

/**
 * Who may import whom: for each room of src/ (and the book), the rooms it may reach.
 * A room may always import from itself, except that one widget never imports another.
 */
const mayImport = {
  lib: [],
  data: ['lib'],
  weights: ['lib'],
  kernels: ['lib'],
  nn: ['kernels', 'lib', 'weights/stateDict.ts'],
  models: ['nn'],
  training: ['models', 'nn', 'data', 'lib', 'runtime/protocol.ts'],
  workers: ['training', 'models', 'nn', 'weights', 'data', 'lib', 'runtime/protocol.ts'],
  runtime: ['lib'],
  ui: ['lib'],
  widgets: ['ui', 'runtime', 'lib'],
  exercises: ['ui', 'lib', 'runtime'],
  'exercises/sandbox': ['nn', 'models', 'ui', 'lib', 'runtime'],
  shell: ['widgets', 'exercises', 'ui', 'runtime', 'lib'],
};

const tfjsRooms = ['kernels', 'nn', 'training', 'workers'];

/** @param {string} room */
const files = (room) => [`src/${room}/**/*.{ts,tsx}`];

/** @param {string} message @returns {import('eslint').Linter.RulesRecord} */
const forbidTfjs = (message) => ({
  'no-restricted-imports': ['error', { patterns: [{ group: ['@tensorflow/*'], message }] }],
});

/**
 * ESLint configs that hold every room to its neighbours.
 * @param {string} root the folder that holds src/ and content/
 * @returns {import('eslint').Linter.Config[]}
 */
export function rooms(root) {
  const zones = Object.entries(mayImport).map(([room, allowed]) => {
    const own = path.join('src', room);
    return {
      target: path.join(root, own),
      from: [path.join(root, 'src'), path.join(root, 'content')],
      except: undefined,
      room,
      allowed,
    };
  });
  return [
    ...zones.map(({ target, room, allowed }) => ({
      files: files(room),
      ignores: room === 'exercises' ? files('exercises/sandbox') : [],
      rules: {
        'import-x/no-restricted-paths': /** @type {import('eslint').Linter.RuleEntry} */ ([
          'error',
          {
            zones: [
              {
                target,
                from: path.join(root, 'src'),
                except: [room, ...allowed],
                message: `${room}/ may import only ${allowed.join(', ') || 'nothing'}.`,
              },
              ...(room === 'shell'
                ? []
                : [
                    {
                      target,
                      from: path.join(root, 'content'),
                      message: 'Only the shell reads the book.',
                    },
                  ]),
              ...(room === 'widgets' ? widgetZones(root) : []),
            ],
          },
        ]),
      },
    })),
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
    {
      files: ['src/**/*.{ts,tsx}'],
      ignores: tfjsRooms.flatMap(files),
      rules: forbidTfjs('TensorFlow.js lives in kernels, nn, training and workers only.'),
    },
  ];
}

/** @param {string} root */
function widgetZones(root) {
  return [
    {
      target: path.join(root, 'src/widgets/*/**'),
      from: path.join(root, 'src/widgets/*/**'),
      except: [],
      message: 'A widget never imports another widget.',
    },
  ];
}
