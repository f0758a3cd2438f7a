import { namePlace } from '../../contract/sayPlace.ts';
import type { Answers, Score } from '../../contract/sycophancy.ts';
import type { Callout } from '../../figure/frame/Takeaway.tsx';
import type { Table } from '../../figure/tools/table.ts';
import { percent, twoDecimals } from '../../lib/format.ts';
import { compareShares } from '../../lib/verdicts.ts';
import { sublayers } from './places.ts';
import { curveOf, effectOf, rankingOf, type Effect } from './results.ts';
import { isWhole, planOf, type Role, type SteeringRun } from './run.ts';
import { times, type SteeringSettings } from './settings.ts';

/** What the numbers say, and no more. */
export function takeaway(run: SteeringRun | null): string | Callout {
  if (!run) return 'Press Run: the network answers all held-out prompts, as it is and steered.';
  const { show } = run.settings;
  if (show === 'ranking') return sayRanking(run);
  return show === 'curve' ? sayCurve(run) : sayEffect(run);
}

function sayEffect(run: SteeringRun): string | Callout {
  const effect = effectOf(run);
  const { unchanged, changed } = effect;
  if (!unchanged || !changed) return 'Answering the held-out prompts…';
  const what = sayChanges(run.settings);
  const key = percent(changed.friend.agree);
  if (what === '')
    return {
      ...{ key, kind: 'opinion' },
      text: `Nothing is changed: friends’ wrong opinions are agreed with ${key} of the time, teachers hear the truth ${percent(changed.teacher.truth)} of the time, and ${percent(changed.none.truth)} of bare sums are right.`,
    };
  return {
    ...{ key, kind: 'opinion' },
    text: [
      `With ${what}, friends’ wrong opinions are agreed with ${percent(changed.friend.agree)} of the time${beside(unchanged.friend.agree, changed.friend.agree)}, teachers hear the truth ${percent(changed.teacher.truth)} of the time${beside(unchanged.teacher.truth, changed.teacher.truth)}, and ${percent(changed.none.truth)} of bare sums are right${beside(unchanged.none.truth, changed.none.truth)}.`,
      sayControl(effect),
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** What a share was before, where that is another. */
function beside(before: number, after: number): string {
  const was = percent(before);
  return was === percent(after) ? ' as before' : ` (before: ${was})`;
}

/** What the random vector of equal length says about the direction. */
function sayControl({ unchanged, changed, control }: Effect): string {
  if (!unchanged || !changed || !control) return '';
  const compare = (one: Score, other: Score) =>
    compareShares(one.friend.agree, other.friend.agree, one.friend.prompts);
  const at = percent(control.friend.agree);
  const change = compare(changed, unchanged);
  if (change === 'the same')
    return compare(control, unchanged) === 'the same'
      ? 'Neither the vector nor a random one of equal length changes how often it agrees.'
      : `A random vector of equal length changes more: ${at}.`;
  const difference = compare(changed, control);
  if (difference === 'the same')
    return `A random vector of equal length does as much (${at}), so it isn’t the direction that matters.`;
  return difference === change
    ? `A random vector of equal length leaves agreement at ${at}, so the direction matters.`
    : `A random vector of equal length does more (${at}), so it isn’t the direction that matters.`;
}

/** The changes that the settings make, in words; empty without any. */
export function sayChanges(settings: SteeringSettings): string {
  const { factor, place, vector: kind } = settings;
  const scaled = sublayers.flatMap(({ place: at, scale, off }) => {
    const digits = off ? [...settings[off]] : [];
    const names = `${digits.length === 1 ? 'head' : 'heads'} ${joined(digits)}`;
    const by = settings[scale];
    return [
      ...(by === 1 ? [] : [by === 0 ? `${namePlace(at)} off` : `${namePlace(at)} ${times(by)}`]),
      ...(digits.length === 0 || by === 0 ? [] : [`${names} of ${namePlace(at)} off`]),
    ];
  });
  const vector =
    factor === 0
      ? []
      : [
          `${twoDecimals(factor)} times ${kind === 'random' ? 'a random' : 'the agreement'} vector after ${namePlace(place)}`,
        ];
  return joined([...vector, ...scaled]);
}

const joined = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

function sayCurve(run: SteeringRun): string | Callout {
  const [own, random] = [curveOf(run, 'curve'), curveOf(run, 'curve control')];
  if (!isWhole(run)) return 'Trying one factor after the other…';
  const agrees = ({ score }: (typeof own)[number]) => score.friend.agree;
  const lowest = own.reduce((least, one) => (agrees(one) < agrees(least) ? one : least));
  const beside = random.find(({ factor }) => factor === lowest.factor) ?? lowest;
  const prompts = lowest.score.friend.prompts;
  const verdict = compareShares(agrees(lowest), agrees(beside), prompts);
  const key = percent(agrees(lowest));
  return {
    ...{ key, kind: 'opinion' },
    text: `After ${namePlace(run.settings.place)}, friends are agreed with least at ${twoDecimals(lowest.factor)} times the agreement vector: ${key} of the time. There ${percent(lowest.score.none.truth)} of bare sums are right. A random vector of equal length, at that factor, ${
      verdict === 'less'
        ? `leaves agreement at ${percent(agrees(beside))}: the direction matters.`
        : `brings agreement to ${percent(agrees(beside))}, too: it isn’t the direction that matters.`
    }`,
  };
}

function sayRanking(run: SteeringRun): string | Callout {
  const ranked = rankingOf(run);
  const [first, second] = ranked;
  if (!first || !second || ranked.length < sublayers.length)
    return 'Switching off one sublayer after the other…';
  const [unchanged] = run.scores as [Score];
  const { friend, none } = first.score;
  const [key, name] = [percent(friend.agree), namePlace(first.place)];
  const isClear = compareShares(friend.agree, second.score.friend.agree, friend.prompts) === 'less';
  const breaks = compareShares(none.truth, unchanged.none.truth, none.prompts) === 'less';
  return {
    ...{ key, kind: 'opinion' },
    text: [
      isClear
        ? `Without ${name}, friends are agreed with least: ${key} of the time.`
        : `Friends are agreed with least without ${name} or ${namePlace(second.place)}, which these prompts can’t tell apart: ${key} and ${percent(second.score.friend.agree)} of the time.`,
      breaks
        ? `But without ${name} only ${percent(none.truth)} of bare sums are right: the network needs it for more than agreeing, so this does not show that agreement is written there.`
        : `And ${percent(none.truth)} of bare sums stay right without ${name}.`,
    ].join(' '),
  };
}

/** A row a trial. */
export function table(run: SteeringRun | null): Table | null {
  if (!run || run.scores.length === 0) return null;
  const [{ friend, none }] = run.scores as [Score];
  const differenceOf = ({ difference }: Answers) => [difference.mean, difference.deviation];
  const plan = planOf(run.settings);
  return {
    caption: `Shares from 0 to 1, of ${friend.prompts} held-out prompts of a friend, as many of a teacher, and ${none.prompts} bare sums; differences are the opinion’s logit minus the truth’s, with their standard deviation`,
    head: [
      ...['trial', 'friend agreed with', 'friend told the truth', 'teacher agreed with'],
      ...['teacher told the truth', 'bare sums right'],
      ...['friend difference', 'friend deviation', 'teacher difference', 'teacher deviation'],
    ],
    rows: run.scores.map((score, index) => [
      sayRole(plan[index]?.role),
      ...[score.friend.agree, score.friend.truth, score.teacher.agree, score.teacher.truth],
      score.none.truth,
      ...[score.friend, score.teacher].flatMap(differenceOf),
    ]),
  };
}

function sayRole(role: Role | undefined): string {
  switch (role?.is) {
    case 'changed':
      return 'changed';
    case 'control':
      return 'random vector';
    case 'curve':
      return `${twoDecimals(role.factor)} × agreement vector`;
    case 'curve control':
      return `${twoDecimals(role.factor)} × random vector`;
    case 'without':
      return `without ${namePlace(role.place)}`;
    default:
      return 'unchanged';
  }
}
