import type { Claim } from './claim.ts';

const timed = 'timed in Chromium on two CPU cores without a GPU; a rough guide';
const plan = 'a plan, or a setting to try';
const run = 'content/runs/degradation.json';
const agreement = 'content/runs/agreement.json';
const presets = 'src/widgets/degradation-lab/setup/presets.ts';

export const claims: readonly Claim[] = [
  {
    quote: ['replays in 40 seconds'],
    code: 'src/widgets/degradation-lab/view/replay.ts',
    line: 'Math.min(40, ',
  },
  { quote: 'The 4 minutes above', chosen: plan },
  {
    quote: 'seeds agreed with 6 % to 61 %',
    recorded: agreement,
    fields: ['halves.2.score.friend.agree', 'halves.0.score.friend.agree'],
  },
  { quote: 'Set 50 %, train', chosen: plan },
  {
    quote: ['of 20 and 56 layers', '| 20 and 56 layers', 'two have 56', '45 % with 20.'],
    recorded: run,
    fields: ['0.config.networks.0.depth', '0.config.networks.1.depth'],
    computed: '(44.9 % + 45.1 % + 44.2 %) / 3 ≈ 45 %',
  },
  {
    quote: ['“Replay in 40 s”', 'replay takes 40 s'],
    computed: '5,000 / 125 = 40',
    chosen: 'the lab replays 125 steps a second',
  },
  {
    quote: 'from 45 % to 76 %',
    recorded: run,
    fields: ['0.step'],
    computed: '(44.9 % + 45.1 % + 44.2 %) / 3 ≈ 45 %; (74.9 % + 74.2 % + 78.1 %) / 3 ≈ 76 %',
  },
  {
    quote: '76 % with 56 layers',
    recorded: run,
    fields: ['0.config.networks.1.depth'],
    computed: '(74.9 % + 74.2 % + 78.1 %) / 3 ≈ 76 %',
  },
  {
    quote: ['from 36 % to 35 %', '36 % and 35 % training error after 5,000'],
    recorded: run,
    fields: ['0.step'],
    computed: '(35.7 % + 35.2 % + 37.0 %) / 3 ≈ 36 %; (35.7 % + 34.2 % + 35.7 %) / 3 ≈ 35 %',
  },
  {
    quote: [
      '300 steps instead',
      'After 300 steps',
      '300 steps, or as many',
      '300 steps | on phones',
    ],
    code: presets,
    line: 'steps: 300, batchSize: 64',
  },
  { quote: 'the 300 steps of Quick', code: presets, line: 'steps: 300, batchSize: 64' },
  {
    quote: ['After 1,000 steps', 'after 1,000 steps', '1,000 steps, or as many'],
    code: presets,
    line: 'settings: { ...narrow, steps: 1000 }',
    chosen: 'the steps of Lecture on a device that was not measured',
  },
  {
    quote: ['18 to 22 points above plain-20', 'from 18 to 22 points'],
    recorded: run,
    fields: ['0.step'],
    computed: '81.4 − 63.3 ≈ 18; 80.5 − 61.9 ≈ 19; 84.8 − 63.1 ≈ 22',
  },
  {
    quote: '3 to 6 points above residual-20',
    recorded: run,
    fields: ['0.step'],
    computed: '57.2 − 54.0 ≈ 3; 58.81 − 53.30 ≈ 6; 58.0 − 53.2 ≈ 5',
  },
  {
    quote: '12 to 13 points above plain-20',
    recorded: run,
    fields: ['0.step'],
    computed: '86.2 − 73.9 ≈ 12; 85.9 − 74.0 ≈ 12; 86.2 − 73.4 ≈ 13',
  },
  {
    quote: '4 to 6 above residual-20',
    recorded: run,
    fields: ['0.step'],
    computed: '70.3 − 66.7 ≈ 4; 70.7 − 64.3 ≈ 6; 70.3 − 66.1 ≈ 4',
  },
  {
    quote: '29 to 34 after 5,000',
    recorded: run,
    fields: ['0.step'],
    computed: '74.9 − 44.9 = 30; 74.2 − 45.1 ≈ 29; 78.1 − 44.2 ≈ 34',
  },
  {
    quote: '77 % against 43 %',
    recorded: run,
    fields: ['0.step'],
    computed: '(80.6 % + 72.7 % + 78.5 %) / 3 ≈ 77 %; (42.4 % + 44.8 % + 42.8 %) / 3 ≈ 43 %',
  },
  {
    quote: 'at 11 % to 63 %',
    recorded: run,
    fields: [
      '0.networks.1.measurements.19.gradients.0',
      '0.networks.1.measurements.19.gradients.26',
      '2.networks.1.measurements.19.gradients.0',
      '2.networks.1.measurements.19.gradients.26',
    ],
    computed: '0.0145 / 0.132 ≈ 11 %; 0.0566 / 0.105 ≈ 54 %; 0.0681 / 0.108 ≈ 63 %',
  },
  {
    quote: 'both have 214,546',
    recorded: run,
    fields: ['0.networks.1.parameters', '0.networks.3.parameters'],
  },
  { quote: 'add 36 that pass on', computed: '56 − 20 = 36' },
  {
    quote: 'three times as long',
    source: 'he2015deep',
    place: 'Section 4.1: the footnote on more iterations (3×)',
  },
  { quote: '8.75 % with 20 layers', source: 'he2015deep', place: 'Table 6: ResNet-20' },
  { quote: '6.97 % with 56', source: 'he2015deep', place: 'Table 6: ResNet-56' },
  {
    quote: ['after 64,000 steps', '32 × 32 pixels, 64,000 steps'],
    source: 'he2015deep',
    place: 'Section 4.2: pictures of 32×32, training stops at 64k',
  },
  { quote: '20 and 44 layers', computed: '6 × 3 + 2 = 20; 6 × 7 + 2 = 44', chosen: plan },
  { quote: 'Learning rate 0.5', chosen: plan },
  { quote: '8 blocks learn to copy?', chosen: plan },
  {
    quote: ['5,000 steps, as recorded', 'three seeds, 5,000 steps'],
    recorded: run,
    fields: ['0.step'],
  },
  {
    quote: 'about 25 minutes a seed',
    recorded: run,
    fields: ['0.trainingMs', '1.trainingMs', '2.trainingMs'],
    computed: '1,471,239 / 60,000 ≈ 25',
  },
  {
    quote: '8 and 32 layers, 10 × 10 pixels',
    code: presets,
    line: 'Pictures of 10 × 10 pixels, 8 and 32 layers',
  },
  {
    quote: 'up to 64 MB',
    computed: '300 × 64 / 1,000 ≈ 19; (20 + 1) × 3.07 ≈ 64',
    chosen: 'twenty files of 1,000 pictures to train on and one to test on',
  },
  {
    quote: 'up to 34 MB for Tiny',
    computed: '(10 + 1) × 3.07 ≈ 34',
    chosen: 'ten files of 1,000 pictures to train on and one to test on',
  },
  {
    quote: 'stack of 8 blocks learn to copy a picture in 150 steps',
    recorded: 'content/runs/copying.json',
    fields: ['settings.blocks', 'settings.steps'],
  },
  {
    quote: '40 batches of 16 pictures',
    recorded: 'content/runs/layer-histogram.json',
    fields: ['settings.batches', 'settings.batchSize'],
  },
  {
    quote: '1,000 pictures named by a ResNet-34',
    recorded: 'content/runs/lesions-tiny200.json',
    fields: ['pictures'],
  },
  {
    quote: '1280 × 720 pixels or more',
    code: 'tests/browser/fullScreen.test.ts',
    line: 'width: 1280, height: 720',
  },
  {
    quote: ['in 9 seconds', 'in 2 seconds', 'in about 10 seconds', 'takes about 10 seconds'],
    chosen: timed,
  },
  {
    quote: 'with 24 squares',
    code: 'src/widgets/lesion-study/settings.ts',
    line: 'start: 24',
  },
  {
    quote: ['The network, 22 MB', 'its network, 22 MB'],
    recorded: 'public/models/tiny200/model.json',
    fields: ['bytes'],
    chosen: 'to the nearest million bytes',
  },
  {
    quote: 'The large one, 87 MB',
    code: 'src/widgets/classifier/network/NetworkMenu.tsx',
    line: 'Download the large network, 87 MB',
  },
  { quote: 'paths through 10 blocks', chosen: 'a number of blocks for an example' },
  { quote: ['the 54 of ResNet-110', 'with 54 blocks'], computed: '(110 − 2)/2 = 54' },
];
