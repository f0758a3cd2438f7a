import type { KeptAnswer } from '../../contract/exercises.ts';
import { AnswersFileError, readAnswersFile } from '../answers/readAnswersFile.ts';

/** One learner's file of answers. */
export interface HandedIn {
  /** Of the file's name and its content: the same file again takes its own place. */
  key: string;
  /** The file's name. */
  file: string;
  /** The learner's, as they gave it; the file's where they gave none. */
  name: string;
  /** As toISOString writes it. */
  savedAt: string;
  /** By exercise. */
  answers: Map<string, KeptAnswer>;
}

/** Learners' files that could be read, and a sentence for each that could not. Nothing in them is run. */
export async function readHandedIn(
  files: readonly File[],
): Promise<{ handedIn: HandedIn[]; problems: string[] }> {
  const read = await Promise.all(files.map(readOne));
  return {
    handedIn: read.filter((one) => typeof one !== 'string'),
    problems: read.filter((one) => typeof one === 'string'),
  };
}

async function readOne(file: File): Promise<HandedIn | string> {
  try {
    const { name, savedAt, answers } = await readAnswersFile(file);
    // Of two answers to one exercise the later counts.
    const inOrder = [...answers].sort((a, b) => a.changedAt - b.changedAt);
    return {
      key: `${file.name} ${savedAt} ${name}`,
      file: file.name,
      name: name.trim() || file.name,
      savedAt,
      answers: new Map(inOrder.map((answer) => [answer.exercise, answer])),
    };
  } catch (error) {
    if (error instanceof AnswersFileError) return error.message;
    return `${file.name} could not be read.`;
  }
}

/** Both, by name; a file that comes again takes its own place. */
export function joinHandedIn(there: HandedIn[], added: HandedIn[]): HandedIn[] {
  const all = new Map([...there, ...added].map((one) => [one.key, one]));
  return [...all.values()].sort(
    (a, b) => a.name.localeCompare(b.name) || a.savedAt.localeCompare(b.savedAt),
  );
}
