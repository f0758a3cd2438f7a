import type { MathsExercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'maths',
  id: 'batchnorm-by-hand',
  title: 'Batch norm on four numbers',
  lesson: 'batchnorm',
  guide: 'why',
  version: 1,
  questions: [
    {
      id: 'mean',
      title: 'The mean',
      prompt: 'What is $\\mu$?',
      answer: { kind: 'number', value: 8, within: 0.001 },
      mistakes: [
        { answer: '32', says: 'That is the sum of the four. Divide it by how many there are.' },
        {
          answer: '32/3',
          says: 'A mean divides by 4, as many values as there are. The 3 belongs to a certain variance.',
        },
      ],
      because: '(1 + 7 + 9 + 15) / 4.',
    },
    {
      id: 'variance',
      title: 'The variance',
      prompt: 'What is $\\sigma^2$, the variance that the layer normalises with?',
      answer: { kind: 'number', value: 25, within: 0.001 },
      mistakes: [
        {
          answer: '100/3',
          says: 'That is the unbiased variance, divided by m − 1. To normalise, batch norm divides by m. The unbiased one has its own place, further down.',
        },
        { answer: '100', says: 'That is the sum of the squared distances. Take their mean.' },
        { answer: '5', says: 'That is σ, the standard deviation. The question is about σ².' },
        {
          answer: '0',
          says: 'The distances from the mean cancel out, so they are squared before they are added.',
        },
        {
          answer: '89',
          says: 'That is the mean of the squares. Subtract the mean before you square.',
        },
      ],
      because:
        '(49 + 1 + 1 + 49) / 4, divided by m = 4 and not by 3. The square root is a handy 5.',
    },
    {
      id: 'output',
      title: 'The output',
      prompt:
        'What does the layer output for the four, with $\\gamma = 2$ and $\\beta = 10$? One decimal is enough.',
      answer: { kind: 'numbers', values: [7.2, 9.6, 10.4, 12.8], within: 0.06 },
      mistakes: [
        {
          answer: '7.58, 9.65, 10.35, 12.42',
          says: 'These are normalised with the unbiased variance, 33.3. Batch norm normalises with the biased one.',
        },
        {
          answer: '9.44, 9.92, 10.08, 10.56',
          says: 'You have divided by the variance. Divide by its square root.',
        },
        {
          answer: '-1.4, -0.2, 0.2, 1.4',
          says: 'These are the normalised values. Now the layer’s own scale and offset: times γ, plus β.',
        },
        { answer: '-2.8, -0.4, 0.4, 2.8', says: 'β is missing: add 10 at the end.' },
        {
          answer: '8.6, 9.8, 10.2, 11.4',
          says: 'γ is missing: multiply the normalised values by 2 before you add β.',
        },
        {
          answer: '17.2, 19.6, 20.4, 22.8',
          says: 'You have multiplied β by γ as well. First times γ, then plus β.',
        },
        { answer: '12.8, 10.4, 9.6, 7.2', says: 'The signs are the wrong way round: it is x − μ.' },
      ],
      because:
        'The normalised values are −1.4, −0.2, 0.2 and 1.4. In the output the mean is β and the standard deviation γ, whatever they were in the input.',
    },
    {
      id: 'epsilon',
      title: 'A dead channel',
      prompt:
        'In another channel all four values are 3. What does the layer output for each of them, with the same $\\gamma = 2$ and $\\beta = 10$, and $\\epsilon = 0.00001$?',
      answer: { kind: 'number', value: 10, within: 0.001 },
      mistakes: [
        {
          answer: '0',
          says: 'That is the normalised value, 0 / √ε. Then the layer multiplies by γ and adds β.',
        },
        { answer: '3', says: 'The layer subtracts the mean, which is 3 as well. What is left?' },
        { answer: '16', says: 'That is 2 · 3 + 10. The value has to be normalised first.' },
        {
          answer: '12',
          says: 'That is γ + β, for a normalised value of 1. But all values equal their mean.',
        },
      ],
      because:
        'x − μ is 0, and the square root of 0 + ε is not: 0 divided by it is 0. Without ε it would be 0 / 0, and every number after it NaN.',
    },
    {
      id: 'small',
      title: 'A quiet channel',
      prompt:
        'In a third channel the values are −0.001, −0.001, 0.001 and 0.001. What is the largest of them once it is normalised, before $\\gamma$ and $\\beta$? Two decimals are enough; $\\epsilon$ is still 0.00001.',
      answer: { kind: 'number', value: 0.001 / Math.sqrt(1e-6 + 1e-5), within: 0.006 },
      mistakes: [
        {
          answer: '1',
          says: 'ε is forgotten: the variance is 0.000001, and ε is ten times as large.',
        },
        { answer: '0.87', says: 'ε is forgotten, and the variance is the unbiased one.' },
        {
          answer: '0.99',
          says: 'You have added ε to the standard deviation. It is added to the variance, under the root.',
        },
        { answer: '90.9', says: 'You have divided by σ² + ε. Take its square root first.' },
      ],
      because:
        'The variance is 10⁻⁶ and ε is 10⁻⁵, so the root is about 0.0033. A channel with less variance than ε stays small.',
    },
    {
      id: 'running-mean',
      title: 'The running mean',
      prompt:
        'Back to 1, 7, 9 and 15. The running mean started at 0, and this was the first step in training mode (momentum 0.1). What is it now?',
      answer: { kind: 'number', value: 0.8, within: 0.001 },
      mistakes: [
        {
          answer: '7.2',
          says: 'You have moved nine tenths of the way. PyTorch’s momentum of 0.1 is the weight of the new value.',
        },
        {
          answer: '8',
          says: 'That is the batch’s own mean. The running mean moves only a tenth of the way towards it.',
        },
        {
          answer: '0',
          says: 'In training mode it moves at every step, a tenth of the way towards the batch’s mean.',
        },
      ],
      because: '0.9 · 0 + 0.1 · 8.',
    },
    {
      id: 'running-variance',
      title: 'The running variance',
      prompt: 'The running variance started at 1. What is it now? Two decimals are enough.',
      answer: { kind: 'number', value: 0.9 + 0.1 * (100 / 3), within: 0.006 },
      mistakes: [
        {
          answer: '3.4',
          says: 'You have used the biased variance, 25. For the running average PyTorch takes the unbiased one, divided by m − 1.',
        },
        {
          answer: '30.1',
          says: 'You have moved nine tenths of the way. PyTorch’s momentum of 0.1 is the weight of the new value.',
        },
        {
          answer: '22.6',
          says: 'You have used the biased variance, and moved nine tenths of the way instead of one.',
        },
        {
          answer: '3.33',
          says: 'The running variance starts at 1, and nine tenths of that remain.',
        },
        {
          answer: '2.5',
          says: 'Two slips: the running variance starts at 1, and it takes the unbiased variance.',
        },
      ],
      because: '0.9 · 1 + 0.1 · 33.33, with the unbiased variance, 100 / 3.',
    },
    {
      id: 'evaluation',
      title: 'Evaluation mode',
      prompt:
        'Now `model.eval()`, and a single value arrives in the first channel: 8. What is the output? One decimal is enough.',
      answer: {
        kind: 'number',
        value: (2 * (8 - 0.8)) / Math.sqrt(0.9 + 10 / 3) + 10,
        within: 0.06,
      },
      mistakes: [
        {
          answer: '10',
          says: 'You have used the mean of the batch. In evaluation mode the layer uses its running mean, 0.8, and its running variance.',
        },
        {
          answer: '26',
          says: 'That is 2 · 8 + 10. In evaluation mode the layer still normalises, with its running averages.',
        },
        {
          answer: '12.9',
          says: 'You have mixed the two: the running mean, but the variance of the batch.',
        },
        {
          answer: '13.4',
          says: 'You have divided by the running variance. Divide by its square root.',
        },
        {
          answer: '17.8',
          says: 'That is with a running variance of 3.4, which takes the biased variance. It is 4.23.',
        },
        { answer: '7', says: 'β is missing: add 10 at the end.' },
      ],
      because:
        '2 · (8 − 0.8) / √4.233 + 10. After one step the running averages are still far from the data’s own, and the output from the 10 of training mode.',
    },
  ],
} satisfies MathsExercise;
