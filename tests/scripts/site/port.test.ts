import { expect, test } from 'vitest';
import { explainPort, readPort } from '../../../scripts/site/port.ts';

test('PORT chooses the port', () => {
  expect(readPort(4173, undefined)).toBe(4173);
  expect(readPort(4173, '')).toBe(4173);
  expect(readPort(4173, '8080')).toBe(8080);
});

test.each(['abc', '-1', '65536', '80.5', '0x50', ' '])('PORT=%s is refused', (value) => {
  expect(() => readPort(4173, value)).toThrow(/is not a port: choose a number/);
});

test('a taken port is explained, with another to choose', () => {
  const taken = Object.assign(new Error('listen'), { code: 'EADDRINUSE' });
  expect(explainPort(taken, 4173)).toBe(
    'Port 4173 is in use by another program: choose another, such as PORT=4174 npm start.',
  );
  const reserved = Object.assign(new Error('listen'), { code: 'EACCES' });
  expect(explainPort(reserved, 80)).toMatch(
    /You may not open port 80: choose another, such as PORT=4173/,
  );
  expect(explainPort(new Error('other'), 80)).toBeUndefined();
});
