import type { Claim } from './claim.ts';

const four = 'four numbers made up for a worked example';
const channel = 'the maps of a block of ResNet-34, for a question';

export const claims: readonly Claim[] = [
  { quote: 'through 20 layers whose weights', chosen: 'a stack made up for a worked example' },
  { quote: ['1, 3, 5 and 7'], chosen: four },
  { quote: 'Their mean is 4', computed: '(1 + 3 + 5 + 7)/4 = 4' },
  { quote: '9, 1, 1 and 9', computed: '(1 − 4)^2 = 9; (3 − 4)^2 = 1; (7 − 4)^2 = 9' },
  { quote: ['say 2 and 10', 'times 2, plus 10'], chosen: 'a scale and an offset made up' },
  {
    quote: '1 | −3 | −1.34 | 7.32',
    computed: '1 − 4 = −3; −3/√5 ≈ −1.34; 2 × (−3/√5) + 10 ≈ 7.32',
  },
  {
    quote: '3 | −1 | −0.45 | 9.11',
    computed: '3 − 4 = −1; −1/√5 ≈ −0.45; 2 × (−1/√5) + 10 ≈ 9.11',
  },
  { quote: '5 | 1 | 0.45 | 10.89', computed: '5 − 4 = 1; 1/√5 ≈ 0.45; 2/√5 + 10 ≈ 10.89' },
  { quote: '7 | 3 | 1.34 | 12.68', computed: '7 − 4 = 3; 3/√5 ≈ 1.34; 2 × 3/√5 + 10 ≈ 12.68' },
  {
    quote: ['mean 10 and standard deviation 2', '2 and 10 above', 'γ = 2 and β = 10'],
    chosen: 'the scale and the offset of the worked example',
  },
  {
    quote: '10⁻⁵ here and in PyTorch',
    code: 'src/nn/batchnorm2d.ts',
    line: 'epsilon = 1e-5',
    computed: '1/100,000 = 10⁻⁵',
  },
  { quote: 'Next to the 5 above', computed: '20/4 = 5' },
  {
    quote: '128 means, one for each channel of each picture, from 3,136 values each',
    chosen: 'a wrong answer to a question',
    computed: '2 × 64 = 128; 56 × 56 = 3,136',
  },
  { quote: '64 means, from 6,272 values each', chosen: channel, computed: '2 × 56 × 56 = 6,272' },
  { quote: '64 scales and 64 offsets', chosen: channel },
  {
    quote: ['0.9 μ + 0.1 μ', '0.9 σ² + 0.1 m'],
    code: 'src/nn/batchnorm2d.ts',
    line: 'momentum = 0.1',
    computed: '1 − 0.1 = 0.9',
  },
  {
    quote: ['PyTorch calls the 0.1', 'PyTorch’s 0.1'],
    code: 'src/nn/batchnorm2d.ts',
    line: 'momentum = 0.1',
  },
  { quote: 'others write 0.9', computed: '1 − 0.1 = 0.9' },
  {
    quote: '1 step | 0.40 | 1.57',
    computed: '4 (1 − 0.9^1) = 0.40; 20/3 − (20/3 − 1) × 0.9^1 ≈ 1.57',
  },
  {
    quote: '10 steps of the same batch | 2.61 | 4.69',
    computed: '4 (1 − 0.9^10) ≈ 2.61; 20/3 − (20/3 − 1) × 0.9^10 ≈ 4.69',
  },
  {
    quote: '50 steps of the same batch | 3.98 | 6.64',
    computed: '4 (1 − 0.9^50) ≈ 3.98; 20/3 − (20/3 − 1) × 0.9^50 ≈ 6.64',
  },
  { quote: '1 − 0.9^t', computed: '1 − 0.1 = 0.9' },
  { quote: 'normalises the 7', chosen: four },
  { quote: 'instead of 1.34', computed: '3/√5 ≈ 1.34' },
  {
    quote: 'compare the two dashed lines with those for 16',
    code: 'src/widgets/layer-histogram/settings.ts',
    line: 'start: 16',
  },
  { quote: 'for a batch of 64', computed: '√64 = 8' },
  { quote: 'For a batch of 4', computed: '√4 = 2' },
  { quote: 'Multiply all weights of a convolution by 2', chosen: 'a factor to think about' },
  { quote: 'up to 10,000 layers', source: 'zhang2019fixup', place: 'Abstract' },
  {
    quote: 'after 15 blocks a quarter, after 99 blocks a tenth',
    computed: '1/√(15 + 1) = 1/4; 1/√(99 + 1) = 1/10',
  },
  { quote: 'after 15 blocks it is', chosen: 'a depth to think about' },
  {
    quote: ['1, 7, 9, 15.', 'In evaluation mode 8 becomes', 'in the first channel: 8.'],
    chosen: 'an exercise: four values with a round mean and a round standard deviation',
  },
  {
    quote: [
      'all four values are 3',
      'ε = 0.00001',
      '−0.001, −0.001, 0.001 and 0.001',
      'still 0.00001',
    ],
    chosen: 'an exercise: values that hardly vary, or not at all',
  },
  {
    quote: '−7, −1, 1 and 7',
    computed: '1 − 8 = −7; 7 − 8 = −1; 9 − 8 = 1; 15 − 8 = 7',
  },
  { quote: 'so the layer divides by 5', computed: '√25 = 5' },
  {
    quote: '−1.4, −0.2, 0.2 and 1.4',
    computed: '−7/5 = −1.4; −1/5 = −0.2; 1/5 = 0.2; 7/5 = 1.4',
  },
  {
    quote: '7.2, 9.6, 10.4 and 12.8',
    computed: '10 − 2 × 1.4 = 7.2; 10 − 2 × 0.2 = 9.6; 10 + 2 × 0.2 = 10.4; 10 + 2 × 1.4 = 12.8',
  },
  { quote: 'In the batch it became 10', computed: '2 × (8 − 8) + 10 = 10' },
  {
    quote: 'trained for 600 steps',
    recorded: 'content/runs/faults.json',
    fields: ['0.config.recipe.steps'],
  },
  {
    quote: ['one of ten classes', 'loss of 10 ≈ 2.30'],
    chosen: 'CIFAR-10’s classes, and the natural logarithm of 10',
  },
  { quote: 'an error of 90 %', computed: '1 − 1/10 = 90 %' },
  {
    quote: [
      'a learning rate of 5 instead of 0.05; a learning rate of 0.0001',
      'weight decay of 0.1 instead of 0.0001; and 1,000 pictures instead of 50,000',
    ],
    chosen: 'faults made for an exercise: the runs of content/runs/faults.json',
  },
  {
    quote: 'with ε = 10⁻⁵ and a momentum of 0.1',
    code: 'src/nn/batchnorm2d.ts',
    line: 'momentum = 0.1',
    computed: '1/100,000 = 10⁻⁵',
  },
  {
    quote: '7.32, 9.11, 10.89 and 12.68',
    computed:
      '2 × (−3/√5) + 10 ≈ 7.32; 2 × (−1/√5) + 10 ≈ 9.11; 2/√5 + 10 ≈ 10.89; 2 × 3/√5 + 10 ≈ 12.68',
  },
  {
    quote: 'is the running mean 0.40? After ten, is it 2.61?',
    computed: '0.1 × 4 = 0.40; 4 (1 − 0.9^10) ≈ 2.61',
  },
  {
    quote: 'Is the running variance 1.57 after one, and 4.69 after ten?',
    computed: '0.9 + 0.1 × 20/3 ≈ 1.57; 20/3 − (20/3 − 1) × 0.9^10 ≈ 4.69',
  },
  { quote: 'is 5, but they are to be divided by √5', computed: '20/4 = 5' },
  {
    quote: 'the old value has the weight 0.9 and the new one 0.1',
    code: 'src/nn/batchnorm2d.ts',
    line: 'momentum = 0.1',
    computed: '1 − 0.1 = 0.9',
  },
  { quote: 'should be 0.4, not 3.6', computed: '0.1 × 4 = 0.4; 0.9 × 4 = 3.6' },
  { quote: 'Multiply it by 0.9 first', computed: '1 − 0.1 = 0.9' },
  { quote: 'the two are 5 and 6.67', computed: '20/4 = 5; 20/3 ≈ 6.67' },
  { quote: '128 parameters', computed: '2 × 64 = 128' },
  { quote: 'with fifteen others', chosen: 'made up: a batch of 16', computed: '16 − 1 = 15' },
];
