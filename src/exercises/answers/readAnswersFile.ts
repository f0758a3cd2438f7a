import * as v from 'valibot';
import type { AnswersFile } from '../../contract/exercises.ts';

/** A file that holds no answers: a sentence for the reader. */
export class AnswersFileError extends Error {}

/** Answers are text; a whole chapter of them has some hundred thousand bytes. */
const mostBytes = 20e6;

/** What a Date can be, in milliseconds since 1970. */
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const line = v.pipe(v.string(), v.maxLength(200));

const report = v.object({
  results: v.pipe(
    v.array(
      v.object({
        ...{ id: line, title: v.string() },
        ...{ passed: v.optional(v.boolean()), detail: v.optional(v.string()) },
      }),
    ),
    v.maxLength(200),
  ),
  mistakes: v.pipe(v.array(line), v.maxLength(200)),
});

const keptAnswer = v.object({
  ...{ exercise: line, version: count, changedAt: time },
  ...{ answer: v.optional(v.unknown()), judged: v.optional(v.unknown()) },
  report: v.optional(report),
  ...{ solvedAt: v.optional(time), solvedWith: v.optional(v.unknown()) },
  ...{ hints: v.optional(count), sawSolution: v.optional(v.literal(true)) },
  others: v.optional(
    v.pipe(v.array(v.object({ answer: v.unknown(), changedAt: time })), v.maxLength(50)),
  ),
});

const answersFile = v.object({
  format: v.literal('skip-connections answers 1'),
  name: line,
  savedAt: v.pipe(
    v.string(),
    v.check((text) => !Number.isNaN(Date.parse(text)), 'The date is none.'),
  ),
  answers: v.pipe(v.array(keptAnswer), v.maxLength(500)),
});

/**
 * The answers of a file that “Download my answers” wrote. Nothing in it is run, and what an answer holds inside is for
 * its kind to look at (`isAnswer`).
 * @throws AnswersFileError that names the file and what is wrong with it
 */
export async function readAnswersFile(file: File): Promise<AnswersFile> {
  if (file.size > mostBytes) throw refuse(file, 'is larger than 20 MB, so it holds no answers.');
  let json: unknown;
  try {
    json = JSON.parse(await file.text());
    // What is nested too deeply to be written again could not be kept.
    JSON.stringify(json);
  } catch {
    throw refuse(file, 'is not JSON, or only a part of it.');
  }
  const read = v.safeParse(answersFile, json);
  if (read.success) return read.output as AnswersFile;
  const place = v.getDotPath(read.issues[0]);
  throw refuse(
    file,
    place === 'format' || !place
      ? 'holds no answers of this chapter.'
      : `is damaged: ${place} is not what answers have there.`,
  );
}

const refuse = (file: File, what: string) => new AnswersFileError(`${file.name} ${what}`);
