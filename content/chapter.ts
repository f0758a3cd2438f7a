/** One lesson of the chapter. */
export interface Lesson {
  /** The folder of its URL. */
  id: string;
  /** Its file in content/lessons, without `.mdx`. */
  file: string;
  title: string;
  summary: string;
  /** Reading time. */
  minutes: number;
  status: 'full' | 'draft';
}

export interface Chapter {
  title: string;
  subtitle: string;
  lessons: Lesson[];
}

export const chapter: Chapter = {
  title: 'ResNets: Skip Connections',
  subtitle:
    'Deep networks should be more powerful than shallow ones. They weren’t, until skip connections. See the problem, the fix, and how much we know about why it works, with networks that train as you read.',
  lessons: [
    {
      id: 'degradation',
      file: '01-degradation',
      title: 'The Degradation Problem',
      summary:
        'A deeper network could copy a shallower one and do no worse. Yet it does worse, even on the pictures it was trained on.',
      minutes: 15,
      status: 'full',
    },
    {
      id: 'residual',
      file: '02-residual',
      title: 'The Residual Solution',
      summary:
        'Learn only the difference, F(x) = H(x) − x, and add x back. Doing nothing becomes easy.',
      minutes: 12,
      status: 'full',
    },
    {
      id: 'block',
      file: '03-block',
      title: 'Implementing a Residual Block',
      summary: 'Two convolutions, two batch normalisations, one addition: the block, line by line.',
      minutes: 9,
      status: 'full',
    },
    {
      id: 'downsampling',
      file: '04-downsampling',
      title: 'Downsampling Blocks',
      summary: 'When shapes change, x and F(x) no longer match. Three ways to fix that.',
      minutes: 11,
      status: 'full',
    },
    {
      id: 'batchnorm',
      file: '05-batchnorm',
      title: 'Batch Normalisation',
      summary:
        'Normalise each channel over the batch, then scale and shift it. Know what changes at test time.',
      minutes: 12,
      status: 'full',
    },
    {
      id: 'resnet34',
      file: '06-resnet34',
      title: 'ResNet-34',
      summary: 'The whole network: 34 layers, 21,797,672 parameters, and a photograph of your own.',
      minutes: 13,
      status: 'full',
    },
    {
      id: 'gradients',
      file: '07-gradients',
      title: 'Gradient Flow',
      summary:
        'What an addition does to a gradient, once and fifty times over, and why the usual story about vanishing gradients is doubtful.',
      minutes: 15,
      status: 'full',
    },
    {
      id: 'transformers',
      file: '08-transformers',
      title: 'From AlexNet to ResNet to Transformers',
      summary:
        'From 8 layers to 1,001, and into language models, where every layer adds to one residual stream. Train a small one, read its stream and steer it.',
      minutes: 20,
      status: 'full',
    },
  ],
};
