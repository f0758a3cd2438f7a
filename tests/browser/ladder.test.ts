import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { keptSpeeds } from '../../src/contract/keptHere.ts';
import { changeAnswers, prependTo } from './changeAnswers.ts';
import { numbersOf } from './labRun.ts';
import { passingGpu, refusingGpu } from './oddGpu.ts';
import { readCsv, readyLab, startTraining, visitFigure, visitLab, waitForPhase } from './reader.ts';

/** What the engines' short test has left on the device; each of it is changed as `change` says. */
const measured = (page: Page, change?: Record<string, number>) =>
  page.evaluate(
    ([{ name, store }, change]) =>
      new Promise<Record<string, unknown>[]>((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(store, 'readwrite');
          const kept: Record<string, unknown>[] = [];
          transaction.objectStore(store).openCursor().onsuccess = ({ target }) => {
            const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
            if (!cursor) return;
            kept.push(cursor.value as Record<string, unknown>);
            if (change) cursor.update({ ...cursor.value, ...change });
            cursor.continue();
          };
          transaction.oncomplete = () => {
            database.close();
            resolve(kept);
          };
        };
      }),
    [keptSpeeds, change] as const,
  );

/** Put before the worker's own script: the short test has eight times as long, lest a busy machine be late. */
const patient = `{
  const { now } = performance;
  performance.now = () => now.call(performance) / 8;
  const { setTimeout } = globalThis;
  globalThis.setTimeout = (task, ms, ...given) => setTimeout(task, ms * 8, ...given);
}
`;

test('a GPU that is slow loses to WebAssembly by a measurement, which is kept; one that fails gives way, and is measured anew', async () => {
  const { page, lab } = await visitLab('preset=tiny&depths=8-8&kinds=residual&steps=10');
  await prependTo(page, '**/train.worker-*.js', patient + refusingGpu);
  const train = async () => {
    await startTraining(lab);
    await waitForPhase(lab, 'done');
    return lab.locator('[data-provenance]').textContent();
  };
  expect(await train()).toMatch(
    /WebAssembly on the CPU.* In a short test here, WebAssembly was [\d.]+ times as fast as WebGL\./,
  );
  const [kept, ...others] = await measured(page, { wasm: 1e6 });
  expect(others).toEqual([]);
  expect(kept).toEqual({ wasm: expect.any(Number), webgl: expect.any(Number) });

  expect(await train()).toMatch(/WebAssembly on the CPU.* WebGL could not run these networks/);
  expect(await readCsv(page, lab)).toHaveLength(10);
  expect(await measured(page)).toEqual([]);
});

/** Few programs: in software each takes long to compile. */
const small = 'preset=tiny&depths=8-8&kinds=residual&width=8&norm=no&steps=10&batch=16&seed=3';

/** Put before the worker's own script: a site that forbids WebAssembly. */
const withoutWasm = `
WebAssembly.Module = function () {
  throw new Error('forbidden');
};
`;

/** The same: a browser without a GPU, on such a site. */
const scriptAlone = `${withoutWasm}
delete globalThis.OffscreenCanvas;
delete WorkerNavigator.prototype.gpu;
`;

test('where WebAssembly is forbidden WebGL computes, if only in software', async () => {
  const { page, lab } = await visitLab(small);
  await prependTo(page, '**/train.worker-*.js', withoutWasm);
  await startTraining(lab);
  await waitForPhase(lab, 'done');
  expect(await lab.locator('[data-provenance]').textContent()).toMatch(
    /live on this device: WebGL on .* forbids WebAssembly .*, so this runs on WebGL, in software\./,
  );
});

test('where there is neither a GPU nor WebAssembly JavaScript computes; without it the recording is left', async () => {
  const { page, figure } = await visitFigure('degradation/', 'learn-to-copy');
  await prependTo(page, '**/*.worker-*.js', scriptAlone);
  await figure.getByRole('button', { name: 'Train', exact: true }).click();
  await figure.getByText(/^Training step \d+ of 150/).waitFor();
  await figure.getByRole('button', { name: 'Stop' }).click();
  await waitForPhase(figure, 'done');
  expect(await figure.locator('[data-provenance]').textContent()).toMatch(
    /live on this device: JavaScript on the CPU\. The security policy of this site forbids WebAssembly/,
  );

  await changeAnswers(page, '**/assets/dist-*.js', async (script) => {
    const body = await script.text();
    // TensorFlow.js's backend of plain JavaScript.
    return { body: /.cpu.,\(\)=>new/.test(body) ? 'throw new Error("odd");' : body };
  });
  const lab = await readyLab(page);
  await startTraining(lab);
  await waitForPhase(lab, 'failed');
  expect(await lab.getByRole('alert').innerText()).toMatch(
    /^The engine stopped: No engine could be started in this browser\./,
  );
  await lab.locator('[data-provenance="recorded"]').waitFor();
  await lab.getByRole('button', { name: /^Replay in/ }).click();
  await lab.getByRole('button', { name: 'Pause replay' }).waitFor();
});

/** Put before the worker's own script: remembers its WebGPU devices, so that `loseWebgpu` can lose them. */
const remember = `{
  const { requestDevice } = GPUAdapter.prototype;
  globalThis.devices = [];
  GPUAdapter.prototype.requestDevice = async function (...wish) {
    const device = await requestDevice.apply(this, wish);
    globalThis.devices.push(device);
    return device;
  };
}
`;

/** Takes WebGPU away from the training worker for good. */
const loseWebgpu = (page: Page) =>
  page.workers()[0]!.evaluate(() => {
    GPU.prototype.requestAdapter = () => Promise.resolve(null);
    const { devices } = globalThis as unknown as { devices: GPUDevice[] };
    devices.at(-1)?.destroy();
  });

/** The losses of an unbroken run. */
async function lossesOn(rung: 'wasm' | 'webgl'): Promise<number[]> {
  const { page, lab } = await visitLab(`${small}&backend=${rung}`);
  await startTraining(lab);
  await waitForPhase(lab, 'done');
  return (await numbersOf(page, lab)).networks[0]!.losses;
}

/** Put before the worker's own script: a GPU, on a site that forbids WebAssembly. */
const webglAlone = passingGpu + withoutWasm;

test.each([
  ['WebAssembly', 'wasm', ''],
  ['WebGL', 'webgl', webglAlone],
] as const)(
  'asked for, WebGPU trains even in software; its device lost for good, the run continues on %s to the numbers of an unbroken one',
  async (name, rung, browser) => {
    const { page, lab } = await visitLab(`${small}&backend=webgpu`);
    await prependTo(page, '**/train.worker-*.js', remember + browser);
    await startTraining(lab);
    await lab.getByText(/^Step [3-8] of 10/).waitFor();
    await loseWebgpu(page);
    await waitForPhase(lab, 'done');
    expect(await lab.locator('[data-notice]').textContent()).toMatch(
      /^The browser lost its connection to the GPU at step \d+; training continues from step \d+\.$/,
    );
    const provenance = await lab.locator('[data-provenance]').textContent();
    expect(provenance).toContain(`live on this device: ${name} on `);
    expect(provenance).toContain(
      'The browser lost its connection to the GPU and could not restore it, so this runs on',
    );
    const { losses } = (await numbersOf(page, lab)).networks[0]!;
    expect(losses).toHaveLength(10);

    await page.goto('about:blank');
    const unbroken = await lossesOn(rung);
    unbroken.forEach((loss, step) => expect(losses[step]).toBeCloseTo(loss, 2));
  },
);
