import { conclusions, factors, type Arm, type Design } from '../judges/experiment/ablate.ts';
import { faults } from '../judges/experiment/diagnose.ts';
import { depthWords, kinds, meanings } from '../judges/experiment/predictDepth.ts';
import { agreementWords, knowledge } from '../judges/experiment/trainAgreement.ts';
import { sayChanges, sayScore } from '../judges/experiment/steer.ts';
import { meanings as streamMeanings, noPlace } from '../judges/experiment/readStream.ts';
import { sayPlace } from '../../contract/sayPlace.ts';
import type { ExperimentAnswer } from './tasks.ts';

/** An answer to a task, for handing in. */
export function toMarkdown(answer: ExperimentAnswer): string {
  const { 'predict-depth': depth, 'name-curves': curves, diagnose, ablate, steer } = answer;
  const lines: string[] = [];
  if (depth) {
    for (const kind of kinds) {
      const [before, after] = [depth.predicted[kind], depth.seen[kind]];
      lines.push(
        `- The deeper ${kind} network, predicted: ${say(before, depthWords)}; seen: ${say(after, depthWords)}`,
      );
    }
    lines.push(`- What it rules out: ${depth.meaning ? meanings[depth.meaning].text : '–'}`);
    if (depth.looked) lines.push(`- Looked at ${depth.looked}`);
  }
  for (const [letter, name] of Object.entries(curves ?? {}))
    lines.push(`- Curve ${letter}: ${name}`);
  for (const [letter, fault] of Object.entries(diagnose ?? {}))
    lines.push(`- Run ${letter}: ${faults[fault]}`);
  if (ablate) lines.push(...sayDesign(ablate));
  const training = answer['train-agreement'];
  if (training) {
    const { predicted, seen, knows, looked } = training;
    lines.push(
      `- Agreement, predicted: ${say(predicted, agreementWords)}; seen: ${say(seen, agreementWords)}`,
    );
    lines.push(`- Can it know? ${say(knows, knowledge)}`);
    if (looked) lines.push(`- Looked at ${looked}`);
  }
  if (steer) lines.push(`- ${sayChanges(steer)}: ${sayScore(steer.changed)}`);
  const stream = answer['read-stream'];
  if (stream) {
    const { most, rest, meaning, looked } = stream;
    lines.push(
      `- Speaks most for the opinion: ${most === undefined ? '–' : most === noPlace ? 'none' : sayPlace(most)}`,
      `- The sum without it: ${rest ?? '–'}`,
      `- What it means: ${say(meaning, streamMeanings)}`,
    );
    if (looked) lines.push(`- Looked at ${looked}`);
  }
  return lines.join('\n') || '_Not answered._';
}

function sayDesign({ arms, measure, seeds, conclusion, looked }: Design): string[] {
  const networks = arms.map((arm, place) => {
    const settings = (Object.keys(factors) as (keyof Arm)[]).map(
      (name) => `${factors[name].name} ${arm[name]}`,
    );
    return `- Network ${place + 1}: ${settings.join(', ')}`;
  });
  return [
    ...networks,
    `- Measured: ${measure}; seeds: ${seeds}`,
    `- What follows: ${conclusion ? conclusions[conclusion] : '–'}`,
    ...(looked ? [`- Looked at ${looked}`] : []),
  ];
}

const say = <Id extends string>(id: Id | undefined, words: Record<Id, string>) =>
  id === undefined ? '–' : words[id];
