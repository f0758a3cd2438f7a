import { conclusions, factors } from '../judges/experiment/ablate.ts';
import { faults } from '../judges/experiment/diagnose.ts';
import { depthWords, meanings } from '../judges/experiment/predictDepth.ts';
import { agreementWords, knowledge } from '../judges/experiment/trainAgreement.ts';
import { isSteered } from '../judges/experiment/isSteered.ts';
import { meanings as streamMeanings } from '../judges/experiment/readStream.ts';
import type { ExperimentAnswer } from './tasks.ts';

/** Whether something that was kept or imported is an answer to one of the tasks. */
export function isExperimentAnswer(value: unknown): value is ExperimentAnswer {
  return isRecord(value) && Object.entries(value).every(([task, one]) => tests[task]?.(one));
}

type Test = (value: unknown) => boolean;
type Fields = Record<string, unknown>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isOneOf =
  (known: object | readonly string[]): Test =>
  (value) =>
    typeof value === 'string' &&
    (Array.isArray(known) ? known.includes(value) : Object.hasOwn(known, value));
const isMissingOr =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);
const allAre =
  (test: Test): Test =>
  (value) =>
    isRecord(value) && Object.values(value).every(test);
const isText: Test = (value) => typeof value === 'string';

const tests: Record<string, Test> = {
  'predict-depth': (value) =>
    isRecord(value) &&
    allAre(isOneOf(depthWords))(value['predicted']) &&
    allAre(isOneOf(depthWords))(value['seen']) &&
    typeof value['isMade'] === 'boolean' &&
    isMissingOr(isOneOf(meanings))(value['meaning']) &&
    isMissingOr(isText)(value['looked']),
  'name-curves': allAre(isText),
  diagnose: allAre(isOneOf(faults)),
  ablate: (value) =>
    isRecord(value) &&
    Array.isArray(value['arms']) &&
    value['arms'].length === 2 &&
    value['arms'].every(
      (arm) =>
        isRecord(arm) &&
        Object.entries(factors).every(([name, { values }]) => isOneOf(values)(arm[name])),
    ) &&
    isOneOf(['training error', 'test error'])(value['measure']) &&
    isOneOf(['1', '3'])(value['seeds']) &&
    isMissingOr(isOneOf(conclusions))(value['conclusion']) &&
    isMissingOr(isText)(value['looked']),
  'train-agreement': (value) =>
    isRecord(value) &&
    isMissingOr(isOneOf(agreementWords))(value['predicted']) &&
    typeof value['isMade'] === 'boolean' &&
    isMissingOr(isOneOf(agreementWords))(value['seen']) &&
    isMissingOr(isOneOf(knowledge))(value['knows']) &&
    isMissingOr(isText)(value['looked']),
  steer: isSteered,
  'read-stream': (value) =>
    isRecord(value) &&
    ['most', 'rest', 'looked'].every((name) => isMissingOr(isText)(value[name])) &&
    isMissingOr(isOneOf(streamMeanings))(value['meaning']),
};
