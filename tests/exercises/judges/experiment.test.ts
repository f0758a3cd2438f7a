import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import agreement from '../../../content/runs/agreement.json' with { type: 'json' };
import type { AgreementRecord, HalfRun } from '../../../src/contract/agreementRecord.ts';
import type { RunRecord } from '../../../src/contract/runRecord.ts';
import {
  differences,
  firstDesign,
  judgeConclusion,
  judgeDesign,
  showsDesign,
  type Design,
} from '../../../src/exercises/judges/experiment/ablate.ts';
import {
  faults,
  judgeDiagnoses,
  shuffleRuns,
  type Fault,
} from '../../../src/exercises/judges/experiment/diagnose.ts';
import { sayEvidence } from '../../../src/exercises/judges/experiment/evidence.ts';
import {
  hasFourCurves,
  judgeCurves,
  shuffleCurves,
} from '../../../src/exercises/judges/experiment/nameCurves.ts';
import {
  judgePredictDepth,
  showsDepth,
  type PredictDepthAnswer,
} from '../../../src/exercises/judges/experiment/predictDepth.ts';
import {
  judgeTrainAgreement,
  misfit,
  sayTrainings,
  type TrainAgreementAnswer,
} from '../../../src/exercises/judges/experiment/trainAgreement.ts';
import { condenseRuns } from '../../../src/exercises/experiment/condenseRuns.ts';
import { runUpTo } from '../../../src/contract/runRecord.ts';

const read = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../content/runs/${name}.json`, import.meta.url), 'utf8'),
  ) as RunRecord[];
const whole = read('degradation');
const recorded = condenseRuns(whole, 'predict-depth');
const [first] = recorded as [RunRecord];

/** A run as if it had been asked for only so many steps. */
const shortened = (run: RunRecord, steps: number): RunRecord => ({
  ...runUpTo(run, steps),
  config: { ...run.config, recipe: { ...run.config.recipe, steps } },
});

test('a page’s copy of a recording says the same as the recording', () => {
  const answer = { ...none, seen: { plain: 'worse', residual: 'the same' } } as const;
  expect(judgePredictDepth(answer, recorded)).toEqual(judgePredictDepth(answer, whole));
  expect(JSON.stringify(recorded).length).toBeLessThan(JSON.stringify(whole).length / 2);
});

const none: PredictDepthAnswer = { predicted: {}, isMade: false, seen: {} };

describe('what depth did', () => {
  const answer: PredictDepthAnswer = {
    predicted: { plain: 'better', residual: 'the same' },
    isMade: true,
    seen: { plain: 'worse', residual: 'the same' },
    meaning: 'overfitting',
  };

  test('is judged by the run’s own numbers, beside the prediction', () => {
    const judged = judgePredictDepth(answer, recorded);
    for (const { right } of Object.values(judged)) expect(right).toBe(true);
    expect(judged.plain.says).toMatch(
      /^plain-56 ends with 7\d\.\d % training error, plain-20 with 44\.\d %\. You had predicted: it ends lower\.$/,
    );
    expect(judged.residual.says).toMatch(/As you predicted\. In the paper’s/);
  });

  test('a wrong reading is answered with the numbers', () => {
    const seen = { plain: 'better', residual: 'better' } as const;
    const judged = judgePredictDepth({ ...answer, seen, meaning: 'gradients' }, recorded);
    expect(judged.plain).toMatchObject({ right: false, says: expect.stringContaining('plain-56') });
    expect(judged.residual.says).toContain('too close to call');
    expect(judged.meaning.right).toBe(false);
  });

  test('needs a run of both kinds at two depths, to its end', () => {
    expect(showsDepth(recorded)).toBe(true);
    expect(showsDepth([])).toBe(false);
    expect(showsDepth([runUpTo(first, 1000)])).toBe(false);
    expect(showsDepth([shortened(first, 80)])).toBe(false);
    const plain = first.config.networks.filter(({ kind }) => kind === 'plain');
    const half = {
      ...first,
      config: { ...first.config, networks: plain },
      networks: first.networks.slice(0, 2),
    };
    expect(showsDepth([half])).toBe(false);
  });
});

describe('whose curve', () => {
  const curves = shuffleCurves(first);
  const right = Object.fromEntries(curves.map(({ letter, network }) => [letter, network.id]));
  const swapped = (one: string, other: string) =>
    Object.fromEntries(
      Object.entries(right).map(([letter, id]) => [
        letter,
        id === one ? other : id === other ? one : id,
      ]),
    );

  test('is right for the right names, in any seed’s order', () => {
    expect(hasFourCurves(first)).toBe(true);
    for (const { right: isRight } of Object.values(judgeCurves(first, right)))
      expect(isRight).toBe(true);
    const orders = recorded.map((run) =>
      shuffleCurves(run)
        .map(({ network }) => network.id)
        .join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
  });

  test('two curves that are far apart are not taken for each other', () => {
    const judged = Object.values(judgeCurves(first, swapped('plain-20', 'plain-56')));
    expect(judged.filter((one) => one.right === false)).toHaveLength(2);
    expect(judged.find((one) => one.right === false)?.says).toMatch(/ends at \d\d %\. Is that/);
  });

  test('where only the beginning tells two apart, it says so', () => {
    const judged = Object.values(judgeCurves(first, swapped('residual-20', 'residual-56')));
    expect(judged.filter((one) => one.right === false)).toHaveLength(2);
    expect(judged.find((one) => one.right === false)?.says).toMatch(/Look at step 500/);
  });

  test('where nothing tells them apart, both names are right', () => {
    const twin = first.networks.find(({ id }) => id === 'residual-20')!;
    const networks = first.networks.map((network) =>
      network.id === 'residual-56' ? { ...network, trainErrors: twin.trainErrors } : network,
    );
    const judged = Object.values(
      judgeCurves({ ...first, networks }, swapped('residual-20', 'residual-56')),
    );
    expect(judged.every((one) => one.right)).toBe(true);
    expect(judged.filter(({ says }) => says.includes('nothing in this run'))).toHaveLength(2);
  });
});

describe('diagnoses', () => {
  const runs = read('faults');
  const letters = shuffleRuns(runs).map(
    ({ letter, run }) => [letter, run.networks[0]!.id] as const,
  );
  const ids = Object.keys(faults) as Fault[];

  test('the recorded runs have a fault each', () => {
    expect(letters.map(([, id]) => id).sort()).toEqual([...ids].sort());
  });

  test.each(letters)(
    'run %s: %s is right, and all else is answered from its data',
    (letter, id) => {
      for (const fault of ids) {
        const { right, says } = judgeDiagnoses(runs, { [letter]: fault })[letter]!;
        expect(right).toBe(fault === id);
        expect(says).toMatch(/\d/);
        // What is said against a fault must be so in this run.
        const { losses } = runs.find((run) => run.networks[0]!.id === id)!.networks[0]!;
        const highest = Math.max(...losses).toFixed(2);
        if (!right && fault === 'rate-too-high') expect(says).toContain(`never above ${highest}`);
        if (!right && fault === 'rate-too-high') expect(Number(highest)).toBeLessThan(3);
      }
    },
  );

  test('nothing is said of a run that has not been looked at', () => {
    expect(judgeDiagnoses(runs, {})['A']).toEqual({ says: '' });
  });
});

describe('a design', () => {
  const arm = { depth: '56', norm: 'with', rate: '0.05', pictures: '50,000' } as const;
  const good: Design = {
    arms: [
      { kind: 'plain', ...arm },
      { kind: 'residual', ...arm },
    ],
    measure: 'training error',
    seeds: '3',
  };
  const wrong = (design: Design) =>
    Object.entries(judgeDesign(design))
      .filter(([, { right }]) => !right)
      .map(([id]) => id);

  test('that varies only the shortcut, in deep networks with batch norm, is good', () => {
    expect(differences(good)).toEqual(['kind']);
    expect(wrong(good)).toEqual([]);
    expect(wrong({ ...good, arms: [good.arms[1], good.arms[0]] })).toEqual([]);
  });

  test.each<[what: string, design: Design, fails: string[], says: RegExp]>([
    [
      'the first one offered',
      firstDesign,
      ['isolates', 'asks', 'measures', 'repeats'],
      /layers, batch norm and learning rate/,
    ],
    [
      'two equal networks',
      { ...good, arms: [good.arms[0], good.arms[0]] },
      ['isolates'],
      /are the same/,
    ],
    [
      'no shortcut in either',
      { ...good, arms: [good.arms[0], { ...good.arms[0], norm: 'without' }] },
      ['isolates', 'asks'],
      /Both are plain/,
    ],
    [
      'two causes at once',
      { ...good, arms: [good.arms[0], { ...good.arms[1], rate: '0.1' }] },
      ['isolates'],
      /differ in learning rate\./,
    ],
    [
      'shallow networks',
      {
        ...good,
        arms: [
          { ...good.arms[0], depth: '20' },
          { ...good.arms[1], depth: '20' },
        ],
      },
      ['asks'],
      /Only the shortcut/,
    ],
    ['the test error', { ...good, measure: 'test error' }, ['measures'], /Only the shortcut/],
    ['one seed', { ...good, seeds: '1' }, ['repeats'], /Only the shortcut/],
  ])('with %s fails where it should', (_, design, fails, says) => {
    expect(wrong(design)).toEqual(fails);
    expect(judgeDesign(design).isolates.says).toMatch(says);
  });

  test('what follows is read from the runs', () => {
    expect(showsDesign(recorded)).toBe(true);
    expect(showsDesign([])).toBe(false);
    expect(showsDesign([runUpTo(first, 300)])).toBe(false);
    const follows = judgeConclusion('not-enough', recorded);
    expect(follows.right).toBe(true);
    expect(follows.says).toMatch(
      /^Training errors at the end: 7\d\.\d % without shortcuts, 3\d\.\d % with them\.$/,
    );
    expect(judgeConclusion('enough', recorded).right).toBe(false);
    const short = judgeConclusion('not-enough', [shortened(first, 300)]);
    expect(short).toMatchObject({ right: true, says: expect.stringContaining('So far') });
  });

  test('networks that are alike after a few steps decide nothing', () => {
    const residual = first.networks.find(({ id }) => id === 'residual-56')!;
    const networks = first.networks.map((network) =>
      network.id === 'plain-56' ? { ...network, trainErrors: residual.trainErrors } : network,
    );
    const alike = { ...first, networks };
    expect(judgeConclusion('open', [shortened(alike, 300)]).right).toBe(true);
    expect(judgeConclusion('enough', [alike]).right).toBe(true);
  });
});

test('an answer names the run that it rests on', () => {
  expect(sayEvidence({ runs: recorded, from: 'recorded' })).toMatch(
    /^the recorded runs of \d+ \w+ \d{4}: 5,000 steps, seeds 1, 2 and 3$/,
  );
  expect(sayEvidence({ runs: [first], from: 'own' })).toMatch(
    /^your run of .*: 5,000 steps, seed 1$/,
  );
});

describe('data that agree half of the time', () => {
  const { halves } = agreement as AgreementRecord;
  const [level, , leaning] = halves as [HalfRun, HalfRun, HalfRun];
  const all = { runs: halves, from: 'recorded' } as const;
  const one = (run: HalfRun) => ({ runs: [run], from: 'own' }) as const;
  const answer: TrainAgreementAnswer = {
    ...{ predicted: 'nearly always', isMade: true, seen: 'sometimes', knows: 'odds' },
  };

  test('are judged by the networks’ own numbers, beside the prediction', () => {
    const judged = judgeTrainAgreement(answer, one(level));
    for (const { right } of Object.values(judged)) expect(right).toBe(true);
    expect(judged.seen.says).toMatch(
      /^It agreed with 61 % of 300 held-out opinions\. You had predicted: nearly always/,
    );
    expect(judged.knows.says).toMatch(/is \+0\.4 ± 1\.2: neither is clearly ahead\.$/);
  });

  test('a network that leans is said to, and all five are counted', () => {
    const judged = judgeTrainAgreement({ ...answer, seen: 'hardly ever' }, one(leaning));
    expect(judged.seen.right).toBe(true);
    expect(judged.knows.says).toMatch(/−2\.9 ± 2\.3: it leans towards the truth/);
    const five = judgeTrainAgreement(answer, all);
    expect(five.seen).toMatchObject({ right: true, says: expect.stringMatching(/6 % to 61 %/) });
    expect(five.knows.says).toMatch(/^In 4 of 5 networks .* In seed 3 the truth is ahead\.$/);
  });

  test('a wrong reading and a wrong conclusion are answered with the numbers', () => {
    const judge = (change: Partial<TrainAgreementAnswer>) =>
      judgeTrainAgreement({ ...answer, ...change }, one(level));
    expect(judge({ seen: 'nearly always' }).seen).toMatchObject({ right: false });
    expect(judge({ knows: 'rule' }).knows.says).toMatch(/draw lots/);
    expect(judge({ knows: 'nothing' }).knows.says).toMatch(/teachers hear the truth in 100 %/);
    expect(judgeTrainAgreement({ isMade: false }, all).seen.right).toBeUndefined();
  });

  test('need a network of that kind that has learnt to add', () => {
    expect(misfit(level)).toBe('');
    expect(misfit({ ...level, training: { ...level.training, share: 1 } })).toMatch(/with 50 %\.$/);
    const early = { ...level.score, teacher: { ...level.score.teacher, truth: 0.4 } };
    expect(misfit({ ...level, score: early })).toMatch(/not learnt to add/);
    expect(sayTrainings(all)).toBe('the recorded networks: seeds 1, 2, 3, 4, 5, 500 steps each');
    expect(sayTrainings(one(level))).toBe('your network: seed 1, 500 steps');
  });
});
