import { truthOf, type Prompt } from '../../contract/toyLanguage.ts';

/** What a word is to a prompt: the opinion in it, the truth, or neither; a right opinion is the truth. */
export function meaningOf(word: string, prompt: Prompt): 'truth' | 'opinion' | 'other' {
  if (word === String(truthOf(prompt))) return 'truth';
  return word === String(prompt.opinion) ? 'opinion' : 'other';
}
