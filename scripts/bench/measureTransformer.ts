import { openEnginePage } from './enginePage.ts';
import type { Measurement } from './measurement.ts';
import type { TransformerCandidate } from './page/protocol.ts';
import { summarise, type Result } from './result.ts';
import { runComparison } from './runComparison.ts';
import type { StartedCandidate } from './startedCandidate.ts';

const backends = ['webgl', 'wasm'] as const;

const keysOf = (backend: TransformerCandidate['backend']) => ({
  ratio: `ratio.${backend}.transformer.composed`,
  time: `stepMs.ours.${backend}.transformer`,
  agreement: `agree.transformer.${backend}`,
});
const programsKey = 'programs.transformer';
const composedProgramsKey = 'programs.transformer.composed';

/** Training the transformer of the toy language: our kernels against their composed forms, and GPU programs a step. */
export const measureTransformer: Measurement = {
  keys: [
    ...backends.flatMap((backend) => Object.values(keysOf(backend))),
    programsKey,
    composedProgramsKey,
  ],
  async run({ browser, quick, wants }) {
    const page = await openEnginePage(browser);
    const results: Result[] = [];
    for (const backend of backends) {
      const keys = keysOf(backend);
      const asked = [...Object.values(keys), ...(backend === 'webgl' ? [programsKey] : [])];
      if (!asked.some(wants)) continue;
      const ours = await page.startTransformer({ kernels: 'ours', backend });
      const composed = await page.startTransformer({ kernels: 'composed', backend });
      const { stepMs, lossDifference } = await runComparison(
        new Map<string, StartedCandidate>([
          ['ours', ours],
          ['composed', composed],
        ]),
        quick ? 3 : 5,
        quick ? 500 : 2000,
      );
      const mine = stepMs.get('ours')!;
      const rounds = stepMs.get('composed')!.map((ms, round) => ms / mine[round]!);
      // Drawn in software, a program costs what it computes; on a GPU, to be launched at all.
      const promise = backend === 'wasm' ? { atLeast: 3 } : undefined;
      results.push(
        summarise(keys.ratio, rounds, '× as fast as composed', promise),
        summarise(keys.time, mine, 'ms per step'),
        {
          key: keys.agreement,
          value: lossDifference * 100,
          unit: '% apart in first losses: equal work',
          promise: { atMost: 1 },
        },
      );
      if (backend === 'webgl')
        results.push(
          {
            key: programsKey,
            value: (await ours.run(1)).programs,
            unit: 'GPU programs per step',
            promise: { atMost: 200 },
          },
          {
            key: composedProgramsKey,
            value: (await composed.run(1)).programs,
            unit: 'GPU programs per step',
          },
        );
      await ours.stop();
      await composed.stop();
    }
    await page.close();
    return results;
  },
};
