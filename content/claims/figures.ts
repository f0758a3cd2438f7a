import type { Claim } from './claim.ts';

/** Where the numbers of one figure come from. */
export interface FigureClaims {
  /** Its folder in src/widgets. */
  figure: string;
  /** What computes or holds what it draws. */
  from: string;
  /** Numbers that it does not compute but prints as they are. */
  claims: readonly Claim[];
}

const run = 'content/runs/degradation.json';

export const figures: readonly FigureClaims[] = [
  {
    figure: 'degradation-evidence',
    from: 'A paper, an illustration that is called made up, and the recording of the lab below it.',
    claims: [
      {
        quote: ['20 layers 6.7 %', '56 layers 7.8 %'],
        chosen: 'an illustration; the figure says that no one measured this pair',
      },
      {
        quote: [
          'He et al. 2015, Figure 6',
          'about 9 %',
          'about 13 %',
          '20 layers 9.0 %',
          '56 layers 13.0 %',
        ],
        source: 'he2015deep',
        place: 'Figure 6, read off the curves; the paper prints no table',
      },
      { quote: '1.1 points worse', computed: '7.8 − 6.7 = 1.1' },
      { quote: '≈ 4 points worse', computed: '13 − 9 = 4' },
      { quote: '34.0 points worse', computed: '77.3 − 43.3 = 34.0' },
      {
        quote: '5,000 steps, mean of 3 seeds, 26 November 2026',
        recorded: run,
        fields: ['0.step', '2.config.recipe.seed', '0.startedAt'],
      },
      { quote: '16 × 16 pixels', recorded: run, fields: ['0.config.data.pictureSize'] },
      {
        quote: '20 layers 43.3 %',
        recorded: run,
        fields: [
          '0.config.networks.0.depth',
          '0.networks.0.measurements.19.testError',
          '1.networks.0.measurements.19.testError',
          '2.networks.0.measurements.19.testError',
        ],
        computed: '(42.4 % + 44.8 % + 42.8 %) / 3 ≈ 43.3 %',
      },
      {
        quote: '56 layers 77.3 %',
        recorded: run,
        fields: [
          '0.config.networks.1.depth',
          '0.networks.1.measurements.19.testError',
          '1.networks.1.measurements.19.testError',
          '2.networks.1.measurements.19.testError',
        ],
        computed: '(80.6 % + 72.7 % + 78.5 %) / 3 ≈ 77.3 %',
      },
    ],
  },
  {
    figure: 'degradation-lab',
    from: `First the recording ${run}; then what src/training measures on your device.`,
    claims: [
      {
        quote: '8.75 % (20 layers) and 6.97 % (56 layers)',
        source: 'he2015deep',
        place: 'Table 6: ResNet-20 and ResNet-56',
      },
      {
        quote: '16 × 16 pixels, 5,000 steps',
        recorded: run,
        fields: ['0.config.data.pictureSize', '0.config.recipe.steps'],
      },
      { quote: 'He et al. 2015, Table 6', source: 'he2015deep', place: 'its date; Table 6' },
      {
        quote: 'instead of 64,000',
        source: 'he2015deep',
        place: 'Section 4.2: training stops at 64k',
      },
    ],
  },
  {
    figure: 'learn-to-copy',
    from: 'First the recording content/runs/learn-to-copy.json; then what src/experiments/copy.ts measures on your device.',
    claims: [],
  },
  {
    figure: 'block-machine',
    from: 'Computed on your device by src/experiments/block.ts.',
    claims: [],
  },
  {
    figure: 'code-and-drawing',
    from: 'The shapes of lesson 3’s running example.',
    claims: [],
  },
  {
    figure: 'network-strip',
    from: 'Computed by src/ui/network/architecture.ts; the tests compare it with the layers of the network that runs here.',
    claims: [],
  },
  {
    figure: 'shape-workshop',
    from: 'Computed by src/widgets/shape-workshop/flow.ts; the tests compare its messages with PyTorch’s.',
    claims: [],
  },
  {
    figure: 'layer-histogram',
    from: 'Computed on your device by src/experiments/histogram.ts.',
    claims: [],
  },
  {
    figure: 'classifier',
    from: 'Computed on your device by the network of public/models; its accuracy is on its card, model.json.',
    claims: [],
  },
  {
    figure: 'lesion-study',
    from: 'The recording content/runs/lesions-tiny200.json; then what src/experiments/lesions.ts counts on your device.',
    claims: [],
  },
  {
    figure: 'two-streams',
    from: 'The recording content/runs/two-streams.json; the transformer’s half measured on your device by src/experiments/sycophancy/survey.ts.',
    claims: [],
  },
  {
    figure: 'residual-river',
    from: 'The recording content/runs/residual-river.json; then read on your device by src/experiments/sycophancy/read.ts.',
    claims: [],
  },
  {
    figure: 'gradient-thermometer',
    from: 'The recording content/runs/gradient-thermometer.json; then measured on your device by src/experiments/gradients.ts.',
    claims: [],
  },
  {
    figure: 'agreement-training',
    from: 'First the recording content/runs/agreement-training.json; then what src/experiments/sycophancy/train.ts measures on your device.',
    claims: [],
  },
  {
    figure: 'five-networks',
    from: 'The recording content/runs/agreement.json.',
    claims: [],
  },
  {
    figure: 'paths',
    from: 'Computed by src/widgets/paths/paths.ts, a model with one factor for every branch.',
    claims: [
      {
        quote: ['54 blocks', 'lengths 5 to 17'],
        source: 'veit2016residual',
        place: 'Abstract: paths 10 to 34 layers deep, in a network of 110 layers',
        computed: '(110 − 2)/2 = 54; 10/2 = 5; 34/2 = 17',
      },
    ],
  },
  {
    figure: 'depth-timeline',
    from: 'Three papers; nothing in it was measured on this page.',
    claims: [
      {
        quote: 'AlexNet | 2012 | 8 | 15.3 %',
        source: 'krizhevsky2012imagenet',
        place: 'Sections 3 and 6',
      },
      {
        quote: 'VGG | 2014 | 16–19 | 7.3 %',
        source: 'simonyan2015very',
        place: 'Tables 1 and 7',
      },
      {
        quote: ['ResNet | 2015 | 152 | 3.57 %', 'the deepest with 152 layers'],
        source: 'he2015deep',
        place: 'Tables 1 and 5',
      },
      {
        quote: ['Hinton 2012', 'Zisserman 2014', 'Sun 2015'],
        chosen: 'the years of the papers, as the references print them',
      },
    ],
  },
  {
    figure: 'stream-steering',
    from: 'First the recording content/runs/stream-steering.json; then what src/experiments/sycophancy counts on your device.',
    claims: [],
  },
];
