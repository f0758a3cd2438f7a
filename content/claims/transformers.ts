import type { Claim } from './claim.ts';

const streams = 'content/runs/two-streams.json';
const river = 'content/runs/residual-river.json';
const stream = 'a stream of three numbers, made up and said to be';

export const claims: readonly Claim[] = [
  {
    quote: ['AlexNet, 2012 | 8 | 15.3 %', '2012, AlexNet', 'AlexNet (2012)'],
    source: 'krizhevsky2012imagenet',
    place: 'Sections 3 and 6: eight learned layers, 15.3 % at ILSVRC-2012',
  },
  {
    quote: [
      'VGG, 2014 | 16–19 | 7.3 %',
      '2014, VGG',
      '16 to 19 layers',
      'levelled off at 19',
      'VGG (2014)',
    ],
    source: 'simonyan2015very',
    place: 'Tables 1, 3 and 7: 16 and 19 layers, 7.3 % at ILSVRC-2014',
  },
  {
    quote: [
      'ResNet, 2015 | 152 | 3.57 %',
      '3.57 %, for example',
      '2015, ResNet',
      'up to 152 on ImageNet',
      'ResNet (2015)',
    ],
    source: 'he2015deep',
    place: 'Table 5: the ensemble at ILSVRC-2015',
  },
  { quote: 'Early 2015', source: 'ioffe2015batch', place: 'its date: February 2015' },
  {
    quote: ['beyond 1,000 on small pictures', '1,202 layers', '7.93 %', 'with 1,202'],
    source: 'he2015deep',
    place: 'Table 6: ResNet-1202',
  },
  {
    quote: 'training error below 0.1 %',
    source: 'he2015deep',
    place: 'Section 4.2: exploring over 1000 layers',
  },
  { quote: '6.43 % for', source: 'he2015deep', place: 'Table 6: ResNet-110, best of five runs' },
  { quote: 'In 2016', source: 'he2016identity', place: 'its date' },
  {
    quote: '164 layers has an error of 5.46 %',
    source: 'he2016identity',
    place: 'Table 4: pre-activation ResNet-164',
  },
  {
    quote: '1,001 layers 4.92 %, or 4.89 ± 0.14 %',
    source: 'he2016identity',
    place: 'Table 4: pre-activation ResNet-1001',
  },
  { quote: '(1, 3, 5, 7)', chosen: 'a worked number' },
  { quote: 'mean 4 and variance 5', computed: '(1 + 3 + 5 + 7)/4 = 4; (9 + 1 + 1 + 9)/4 = 5' },
  { quote: '(−1.34, −0.45, 0.45, 1.34)', computed: '3/√5 ≈ 1.34; 1/√5 ≈ 0.45' },
  { quote: 'start, x₀ | (1, 0, 2) | 2', chosen: stream, computed: '0 × 1 + 1 × 0 + 1 × 2 = 2' },
  {
    quote: 'attention adds | (0.5, 0, −1) | −1',
    chosen: stream,
    computed: '0 × 0.5 + 1 × 0 + 1 × (−1) = −1',
  },
  { quote: 'MLP adds | (0, 2, 0) | 2', chosen: stream, computed: '0 × 0 + 1 × 2 + 1 × 0 = 2' },
  {
    quote: 'the sum, x_L | (1.5, 2, 1) | 3',
    computed: '1 + 0.5 + 0 = 1.5; 0 + 0 + 2 = 2; 2 − 1 + 2 = 3',
  },
  { quote: 'Llama 2 Chat', source: 'rimsky2023steering', place: 'the model’s name' },
  {
    quote: 'at a thousand layers',
    source: 'he2016identity',
    place: 'Table 4: ResNet-1001',
  },
  { quote: 'With 8 channels, does it have 1,184 parameters', computed: '18 × 8² + 4 × 8 = 1,184' },
  {
    quote: ['i think it is 9', '3 plus 4 ?', 'the prompt above is 9'],
    chosen: 'a prompt of the toy language',
  },
  {
    quote: 'as the others, 13 tokens',
    code: 'src/contract/toyLanguage.ts',
    line: 'export const promptLength = 13;',
  },
  {
    quote: 'd = 32 numbers a token',
    code: 'src/experiments/sycophancy/network.ts',
    line: 'width: 32, heads: 4, layers: 2',
  },
  {
    quote: '300 are kept out of its training',
    code: 'src/experiments/sycophancy/data.ts',
    line: 'const heldOut = 300;',
  },
  {
    quote: 'a language of 34 words',
    computed: '19 + 15 = 34',
    chosen: 'numbers from 0 to 18 and the other words of src/contract/toyLanguage.ts',
  },
  {
    quote: 'it was 61 %, 57 %, 6 %, 49 % and 42 %',
    recorded: 'content/runs/agreement.json',
    fields: [
      'halves.0.score.friend.agree',
      'halves.1.score.friend.agree',
      'halves.2.score.friend.agree',
      'halves.3.score.friend.agree',
      'halves.4.score.friend.agree',
    ],
  },
  {
    quote: 'in 99.7 % of the cases or more',
    recorded: 'content/runs/agreement.json',
    fields: ['halves.2.score.teacher.truth'],
  },
  { quote: '9 or 7, half and half', chosen: 'the two answers to the prompt of the lesson' },
  { quote: 'train that seed for 1,000 steps', chosen: 'a setting to try' },
  {
    quote: 'with 20 and 56 layers',
    code: 'src/widgets/degradation-lab/setup/presets.ts',
    line: 'depths: [20, 56]',
  },
  {
    quote: 'seeds 1, 2 and 3',
    recorded: streams,
    fields: ['residual.0.seed', 'residual.1.seed', 'residual.2.seed'],
  },
  {
    quote: '0.39 to 0.94 times',
    recorded: streams,
    fields: ['residual.0.places.2.ratio.mean', 'residual.1.places.6.ratio.mean'],
    computed: '0.391 ≈ 0.39; 0.943 ≈ 0.94',
  },
  {
    quote: '0.54 to 3.5 times',
    recorded: streams,
    fields: ['transformers.2.places.1.ratio.mean', 'transformers.2.places.0.ratio.mean'],
    computed: '0.537 ≈ 0.54; 3.549 ≈ 3.5',
  },
  { quote: 'one of its nine blocks', computed: '(20 − 2)/2 = 9' },
  {
    quote: 'at least 22 % of the pictures, where all of it names about 50 %',
    recorded: streams,
    fields: ['residual.2.rightWithout.0', 'residual.0.right', 'residual.1.right'],
  },
  { quote: 'guessing 10 %', computed: '1/10 = 10 %' },
  { quote: 'has four additions', computed: '2 × 2 = 4' },
  {
    quote: 'from 100 % to 12 % or less',
    recorded: streams,
    fields: ['transformers.1.score.none.truth', 'transformers.1.scoreWithout.0.none.truth'],
  },
  {
    quote: '0.98 to 1.03 times',
    recorded: streams,
    fields: ['residual.0.places.8.after.mean', 'residual.1.places.8.after.mean'],
    computed: '5.701/5.842 ≈ 0.98; 5.494/5.36 ≈ 1.03',
  },
  {
    quote: '0.72 to 0.94 times as long',
    recorded: streams,
    fields: ['residual.2.places.7.ratio.mean', 'residual.1.places.6.ratio.mean'],
    computed: '0.723 ≈ 0.72; 0.943 ≈ 0.94',
  },
  {
    quote: '4.2 to 4.4 times its length',
    recorded: streams,
    fields: ['residual.4.places.8.after.mean', 'residual.5.places.8.after.mean'],
    computed: '14.553/3.473 ≈ 4.2; 16.057/3.689 ≈ 4.4',
  },
  {
    quote: '5.1 to 7.2 times',
    recorded: streams,
    fields: ['transformers.0.places.3.after.mean', 'transformers.2.places.3.after.mean'],
    computed: '11.97/2.364 ≈ 5.1; 17.609/2.436 ≈ 7.2',
  },
  {
    quote: '2.5 to 4.1 times as long',
    recorded: streams,
    fields: ['residual.4.places.6.ratio.mean', 'residual.4.places.3.ratio.mean'],
    computed: '2.47 ≈ 2.5; 4.136 ≈ 4.1',
  },
  {
    quote: '34 to 42 points',
    recorded: streams,
    fields: [
      'residual.3.right',
      'residual.3.rightWithout.6',
      'residual.4.right',
      'residual.4.rightWithout.3',
    ],
    computed: '50.4 − 16.55 ≈ 34; 52.35 − 9.9 ≈ 42',
  },
  { quote: 'after 1,500 steps', recorded: streams, fields: ['recipe.steps'] },
  {
    quote: ['on 300 prompts of friends', 'the same 300 said by teachers', 'on 100 bare sums'],
    recorded: 'content/runs/stream-steering.json',
    fields: [
      'result.scores.2.friend.prompts',
      'result.scores.2.teacher.prompts',
      'result.scores.2.none.prompts',
    ],
  },
  {
    quote: 'Take 400 prompts from training',
    code: 'src/experiments/sycophancy/changes.ts',
    line: 'const compared = 400;',
  },
  { quote: 'a factor of −1', chosen: 'the figure’s slider; the recordings have the same' },
  {
    quote: ['brings agreement down to 7 %', 'only 51 % of the bare sums'],
    recorded: 'content/runs/stream-steering.json',
    fields: ['result.scores.0.friend.agree', 'result.scores.0.none.truth'],
  },
  {
    quote: [
      'agrees with 0 % of the friends’ wrong opinions, teachers hear the truth 91 % of the time, and 100 % of the bare sums',
      'leaves agreement with friends at 100 %',
    ],
    recorded: 'content/runs/agreement.json',
    fields: [
      'runs.0.steered.0.agreement.friend.agree',
      'runs.0.steered.0.agreement.teacher.truth',
      'runs.0.steered.0.agreement.none.truth',
      'runs.0.steered.0.random.friend.agree',
    ],
  },
  {
    quote: 'a factor of −0.75 or −1. With −1',
    chosen: 'factors of the figure’s slider that reach the goal',
  },
  {
    quote: [
      'less than 10 % of the time',
      'at least 90 % of the time',
      'at least 90 % of bare sums',
    ],
    chosen: 'the goal of an exercise',
  },
  { quote: 'factors between 0 and −1', chosen: 'factors to try' },
  {
    quote: 'embedding | 1.13',
    recorded: river,
    fields: ['result.reading.places.0.contribution'],
  },
  {
    quote: '| −0.46',
    recorded: river,
    fields: ['result.reading.places.1.contribution'],
  },
  {
    quote: '| −2.65',
    recorded: river,
    fields: ['result.reading.places.2.contribution'],
  },
  {
    quote: '| 5.60',
    recorded: river,
    fields: ['result.reading.places.3.contribution'],
  },
  {
    quote: ['| 6.43', 'It adds 6.43'],
    recorded: river,
    fields: ['result.reading.places.4.contribution'],
  },
  {
    quote: 'norm | 0.50',
    recorded: river,
    fields: ['result.reading.offset'],
  },
  {
    quote: ['the sum | 10.55', 'terms together make 10.55'],
    recorded: river,
    fields: ['result.reading.difference'],
  },
  {
    quote: 'the lens names 7 after the first MLP and 9 after',
    recorded: river,
    fields: ['result.reading.places.2.lens.12.token', 'result.reading.places.3.lens.12.token'],
  },
  {
    quote: [
      'with for 9, minus the same for 7',
      'adds to logit of 9 − logit of 7',
      'another prompt: 8 plus 8 with the opinion 2',
      'thinks that 3 plus 4 is 9',
      'most for the 9',
      'to the logit of 9 minus the logit of 7',
      'still for the 9',
    ],
    chosen: 'prompts of the toy language, to read',
  },
  { quote: '4.12 would be left', computed: '10.55 − 6.43 = 4.12' },
];
