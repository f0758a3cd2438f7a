import { choice } from './settings.tsx';

/** Which small transformer a figure looks at: the chapter's, or the reader's last. */
export const whichNetwork = (label: string) =>
  choice({
    label,
    options: [
      ['chapter', 'the chapter’s'],
      ['reader', 'yours'],
    ],
    start: 'chapter',
    isMinor: true,
  });
