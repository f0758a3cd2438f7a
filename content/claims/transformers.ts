import type { Claim } from './claim.ts';

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
];
