import { expect, test } from 'vitest';
import { chooseBackends } from '../../src/engine/chooseBackend.ts';
import { createGate } from '../../src/workers/gate.ts';

const gpu = { renderer: 'A GPU', software: false, float32: true };
const names = (
  wish: Parameters<typeof chooseBackends>[0],
  device: Parameters<typeof chooseBackends>[1],
) => chooseBackends(wish, device).map(({ backend }) => backend);

test('a real GPU trains on WebGL, with WebAssembly and JavaScript behind it', () => {
  expect(names('auto', gpu)).toEqual(['webgl', 'wasm', 'cpu']);
});

test('software WebGL, half floats or no WebGL mean WebAssembly, and the reason is told', () => {
  for (const [device, reason] of [
    [{ ...gpu, software: true }, /in software/],
    [{ ...gpu, float32: false }, /16-bit/],
    [undefined, /no WebGL/],
  ] as const) {
    const [first] = chooseBackends('auto', device);
    expect(first?.backend).toBe('wasm');
    expect(first?.reason).toMatch(reason);
  }
});

test('a wish comes first and the automatic order stands behind it', () => {
  expect(names('cpu', gpu)).toEqual(['cpu', 'webgl', 'wasm', 'cpu']);
});

test('WebGL is not tried where it cannot train, even when asked for, and the reason is told', () => {
  const halfFloats = chooseBackends('webgl', { ...gpu, float32: false });
  expect(halfFloats.map(({ backend }) => backend)).toEqual(['wasm', 'cpu']);
  expect(halfFloats[0]?.reason).toMatch(/16-bit/);
  expect(names('webgl', undefined)).toEqual(['wasm', 'cpu']);
  expect(names('webgl', { ...gpu, software: true })).toEqual(['webgl', 'wasm', 'cpu']);
});

test('a lost device is tried again, one lost too often or failing is not; each says so', () => {
  const [again, instead] = chooseBackends('auto', gpu, 'lost');
  expect(again).toMatchObject({
    backend: 'webgl',
    reason: expect.stringMatching(/has restored it/),
  });
  expect(instead).toMatchObject({
    backend: 'wasm',
    reason: expect.stringMatching(/lost its connection to the GPU and could not restore it/),
  });
  for (const fault of ['lost too often', 'failing'] as const) {
    const [first] = chooseBackends('webgl', gpu, fault);
    expect(first?.backend).toBe('wasm');
    expect(first?.reason).toMatch(
      fault === 'failing' ? /could not run these networks/ : /kept losing its connection/,
    );
  }
});

test('a closed gate holds whoever passes until it opens', async () => {
  const gate = createGate();
  await gate.passed();
  gate.close();
  let through = false;
  const passing = gate.passed().then(() => (through = true));
  await Promise.resolve();
  expect(through).toBe(false);
  gate.open();
  await passing;
  expect(through).toBe(true);
});

test('where the site forbids WebAssembly it is not tried, and the reason is told', () => {
  for (const wish of ['auto', 'wasm'] as const) {
    const [only, ...others] = chooseBackends(wish, undefined, undefined, false);
    expect(others).toEqual([]);
    expect(only?.backend).toBe('cpu');
    expect(only?.reason).toContain('wasm-unsafe-eval');
  }
});
