import { inPicture, toggle, type Setting, type ValuesOf } from '../../figure/settings/settings.tsx';
import { whichNetwork } from '../../figure/settings/whichNetwork.ts';
import { oneOf } from '../../figure/settings/link.ts';
import { parsePrompt, promptLength, wordsOf, type Prompt } from '../../contract/toyLanguage.ts';
import { PromptField } from './PromptField.tsx';

const say = (prompt: Prompt) => wordsOf(prompt).join(' ');

/** What the network reads: typed, or put together. */
const prompt: Setting<Prompt> = {
  start: { a: 3, b: 4, opinion: 9, speaker: 'friend' },
  other: { a: 9, b: 9, opinion: 18, speaker: 'teacher' },
  field: {
    write: say,
    read: (text) => {
      const read = parsePrompt(text);
      return typeof read === 'string' ? undefined : read;
    },
  },
  say: (value) => `Prompt: ${say(value)}`,
  control: (value, onChange) => <PromptField prompt={value} onChange={onChange} />,
};

/** The heads of both layers, counted from 1. */
export const heads = [1, 2].flatMap((layer) => [1, 2, 3, 4].map((head) => `${layer}.${head}`));
const tokens = Array.from({ length: promptLength }, (_, token) => token);

export const settings = {
  prompt,
  network: whichNetwork('Network'),
  /** Whose attention is drawn: layer and head. */
  head: inPicture(oneOf(heads), '2.2', '1.1'),
  /** Whether the sum shows what each head adds. */
  heads: toggle({ label: 'Each head', start: false, isMinor: true }),
  /** Whose stream is the large river. */
  token: inPicture(oneOf(tokens), promptLength - 1, 0),
};

export type RiverSettings = ValuesOf<typeof settings>;
