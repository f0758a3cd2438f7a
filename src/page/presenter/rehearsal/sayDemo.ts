import { longestDemoMs, type Rehearsed, type Timed } from '../../../figure/rehearsal.ts';
import { duration } from '../../../lib/format.ts';
import type { DemoState } from './createRehearsal.ts';
import type { Demo } from './findDemos.ts';

/** What a demonstration's row says. */
export interface DemoWords {
  /** In a word or two, what the presenter can do with it. */
  verdict: string;
  look: 'waiting' | 'running' | 'ready' | 'replay' | 'fails';
  /** How long it takes and on what, or why it does not work. */
  found: string;
  /** What to do in class. */
  advice: string;
}

/** A demonstration in words: what was found, and what follows for the class. */
export function sayDemo({ isRecorded }: Pick<Demo, 'isRecorded'>, state: DemoState): DemoWords {
  switch (state.phase) {
    case 'waiting':
    case 'skipped':
      return {
        ...{ verdict: 'Not tried', look: 'waiting' },
        found: state.phase === 'skipped' ? 'Skipped.' : '',
        advice: recordingOf(isRecorded),
      };
    case 'running':
      return {
        verdict: 'Running',
        look: 'running',
        found: state.progress,
        advice: recordingOf(isRecorded),
      };
    case 'failed':
      return {
        ...(isRecorded
          ? { verdict: 'Replay', look: 'replay', advice: 'Press R to play its recorded run.' }
          : {
              ...{ verdict: 'Fails', look: 'fails' },
              advice: 'It has no recorded run: leave it out, or present from another computer.',
            }),
        found: state.why,
      };
    case 'done': {
      const found = sayFound(state.found);
      if (!isTooSlow(state.found))
        return { verdict: 'Ready', look: 'ready', found, advice: recordingOf(isRecorded) };
      return isRecorded
        ? {
            ...{ verdict: 'Replay', look: 'replay', found },
            advice: 'Too slow to wait for in class: press R to play its recorded run.',
          }
        : {
            ...{ verdict: 'Too slow', look: 'fails', found },
            advice:
              'Too slow to wait for in class, and it has no recorded run: start it before class, and leave the window open.',
          };
    }
  }
}

/** How many demonstrations can be shown live, and what becomes of the others. */
export function sayAll(words: readonly DemoWords[]): string {
  const count = (look: DemoWords['look']) => words.filter((each) => each.look === look).length;
  const parts = [
    `${count('ready')} of ${words.length} ready`,
    count('replay') > 0 && `${count('replay')} to replay`,
    count('fails') > 0 && `${count('fails')} not for this computer`,
    count('waiting') > 0 && `${count('waiting')} not tried`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

function isTooSlow({ takes: [first] }: Rehearsed): boolean {
  return first !== undefined && (first.known === 'at least' || first.ms > longestDemoMs);
}

function recordingOf(isRecorded: boolean): string {
  return isRecorded
    ? 'Should it fail in class, R plays its recorded run.'
    : 'It has no recorded run.';
}

/** Found all at once, it takes no longer than its start. */
const instantMs = 50;

function sayFound({ device, startMs, takes, pace }: Rehearsed): string {
  const [first] = takes;
  if (!first) return `It starts in ${seconds(startMs)}. ${device}.`;
  if (first.ms < instantMs)
    return `${first.what} takes ${seconds(startMs)} here, start included. ${device}.`;
  const times = [takes.map(sayTime).join(', '), ...(pace ? [pace] : [])].join('; ');
  return `${times}. It starts in ${seconds(startMs)}. ${device}.`;
}

function sayTime({ what, ms, known }: Timed, index: number): string {
  const how = { measured: '', estimated: 'about ', 'at least': 'more than ' }[known];
  return index === 0 ? `${what} takes ${how}${seconds(ms)} here` : `${what} ${how}${seconds(ms)}`;
}

/** `0.4 s`, `40 s`, `3 min`. */
function seconds(ms: number): string {
  return ms < 9950 ? `${(ms / 1000).toFixed(1)} s` : duration(ms);
}
