import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { roomsTable } from '../../scripts/lint/rooms.js';

const contributing = path.resolve(import.meta.dirname, '../../CONTRIBUTING.md');

test('CONTRIBUTING shows the rooms as lint holds them', async () => {
  const table = await format(roomsTable(), {
    ...(await resolveConfig(contributing)),
    parser: 'markdown',
  });
  expect(await readFile(contributing, 'utf8')).toContain(table);
});
