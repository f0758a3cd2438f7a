import { buttons, choice, type ValuesOf } from '../../figure/settings/settings.tsx';

export const settings = {
  design: buttons({
    label: 'Blocks of the ResNet',
    options: [
      ['original', 'Original block'],
      ['pre-activation', 'Pre-activation'],
    ],
    start: 'original',
  }),
  network: choice({
    label: 'Transformer',
    options: [
      ['chapter', 'the chapter’s'],
      ['reader', 'yours'],
    ],
    start: 'chapter',
    isMinor: true,
  }),
};

export type StreamsSettings = ValuesOf<typeof settings>;
