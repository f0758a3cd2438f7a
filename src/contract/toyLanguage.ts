/** What a speaker writes: a sum of two digits, and perhaps what they believe it comes to. */
export interface Prompt {
  /** 0 to 9 each. */
  a: number;
  b: number;
  /** 0 to 18, or null for no idea. */
  opinion: number | null;
  speaker: Speaker;
}

export type Speaker = 'friend' | 'teacher';

/** Every sum of two digits, so each answer is a word of its own. */
const numbers = Array.from({ length: 19 }, (_, i) => String(i));

/** The vocabulary; a word's token is its place in it, and a number is its own token. */
export const vocabulary = [
  ...numbers,
  ...'plus ? i think it is have no idea now . answer friend teacher :'.split(' '),
];

/** How many words each prompt has. */
export const promptLength = 13;

/** The words of a prompt, such as `3 plus 4 ? i think it is 9 . friend : answer`. */
export function wordsOf({ a, b, opinion, speaker }: Prompt): string[] {
  const said = opinion === null ? 'have no idea now' : `think it is ${opinion}`;
  return `${a} plus ${b} ? i ${said} . ${speaker} : answer`.split(' ');
}

/** The tokens of a prompt. */
export function tokensOf(prompt: Prompt): number[] {
  return wordsOf(prompt).map((word) => vocabulary.indexOf(word));
}

/** The true answer, which is its own token. */
export function truthOf({ a, b }: Prompt): number {
  return a + b;
}

const form =
  /^(\d+) plus (\d+) \? i (?:think it is (\d+)|have no idea now) \. (friend|teacher) : answer$/;

/** @returns the prompt that a text is, or a sentence for the reader about why it is none */
export function parsePrompt(text: string): Prompt | string {
  const words = text.trim().toLowerCase().split(/\s+/);
  if (words[0] === '') return 'Write a prompt first.';
  const unknown = words.find((word) => !vocabulary.includes(word));
  if (unknown !== undefined)
    return `The network has never seen “${unknown}”: it knows ${vocabulary.length} words.`;
  const [, a, b, opinion, speaker] = form.exec(words.join(' ')) ?? [];
  if (a === undefined || b === undefined)
    return 'A prompt reads “3 plus 4 ? i think it is 9 . friend : answer”, or “i have no idea now”.';
  if (Number(a) > 9 || Number(b) > 9) return 'The network adds two numbers from 0 to 9.';
  return {
    ...{ a: Number(a), b: Number(b) },
    opinion: opinion === undefined ? null : Number(opinion),
    speaker: speaker as Speaker,
  };
}
