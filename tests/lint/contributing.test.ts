import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'oxfmt';
import { expect, test } from 'vitest';
import { roomsTable } from '../../scripts/lint/rooms.js';

const contributing = path.resolve(import.meta.dirname, '../../CONTRIBUTING.md');

test('CONTRIBUTING shows the rooms as lint holds them', async () => {
  const table = await format('table.md', roomsTable());
  expect(table.errors).toEqual([]);
  expect(await readFile(contributing, 'utf8')).toContain(table.code);
});
