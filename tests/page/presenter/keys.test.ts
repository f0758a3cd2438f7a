import { expect, test } from 'vitest';
import { commandOf, type Holder } from '../../../src/page/presenter/keys.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, holder: Holder = 'page', isNumbering = false, held = {}) =>
  commandOf({ ...none, key, ...held }, holder, isNumbering)?.do;

test('arrows, space and a clicker turn the screens', () => {
  for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', ' ']) expect(press(key)).toBe('next');
  for (const key of ['ArrowLeft', 'PageUp', 'Backspace']) expect(press(key)).toBe('previous');
  expect(press(' ', 'page', false, { shiftKey: true })).toBe('previous');
  expect([press('r'), press('r', 'text')]).toEqual(['replay', undefined]);
  expect([press('q'), press('?', 'page', false, { shiftKey: true })]).toEqual(['code', 'keys']);
  expect([press('b'), press('B'), press('.')]).toEqual(['black', 'black', 'black']);
});

test('whoever writes, moves a slider or presses a button keeps the keys for that', () => {
  for (const key of ['ArrowRight', ' ', 'PageDown', 'b', '3', 'Escape'])
    expect(press(key, 'text')).toBeUndefined();
  for (const key of ['ArrowRight', 'Home', 'End']) expect(press(key, 'slider')).toBeUndefined();
  expect(press('PageDown', 'slider')).toBe('next');
  for (const key of [' ', 'Enter']) expect(press(key, 'button')).toBeUndefined();
  expect(press('ArrowRight', 'button')).toBe('next');
  expect(press('b', 'choice')).toBeUndefined();
  expect(press('p', 'page', false, { ctrlKey: true })).toBeUndefined();
});

test('digits and Enter jump, wherever the keyboard is', () => {
  expect(press('7')).toBe('digit');
  expect(press('Enter', 'button', true)).toBe('jump');
});
