import type { NetworkConfig, RunConfig } from '../../contract/runConfig.ts';
import type { RunRecord } from '../../contract/runRecord.ts';
import { grouped } from '../../lib/format.ts';
import type { LabState } from './run/labStore.ts';
import { runsOf } from '../../runtime/labRuns.ts';
import { isBusy } from './run/liveRun.ts';
import { isUsual } from './setup/defaults.ts';
import { toRunConfig } from './setup/settings.ts';

/** What is drawn. */
export interface Shown {
  /** One or several seeds of one set-up. */
  runs: readonly RunRecord[];
  /** Runs to draw faintly beneath them, and what they are called. */
  under: { runs: readonly RunRecord[]; says: string } | null;
  from: 'live' | 'kept' | 'files' | 'recorded';
}

type Runs = Pick<LabState, 'live' | 'finished' | 'kept' | 'before' | 'files'>;

/**
 * The newest runs with a step to show: the one that is being trained, those from files, this page's, the reader's
 * earlier one, the recorded ones.
 */
export function shownOf(
  { live, finished, kept, before, files }: Runs,
  recording: readonly RunRecord[] | undefined,
): Shown | null {
  const shown = (from: Shown['from'], runs: readonly RunRecord[]): Shown => ({
    ...{ runs, from },
    under: from === 'recorded' ? null : underOf(runs, recording),
  });
  const begun = live && live.record.step > 0 ? [live.record] : [];
  if (live && isBusy(live) && begun.length > 0)
    return finished.length > 0
      ? { runs: begun, from: 'live', under: { runs: finished, says: 'the seeds before' } }
      : shown('live', begun);
  if (files.length > 0)
    return shown(
      'files',
      files.map(({ record }) => record),
    );
  if (finished.length + begun.length > 0) return shown('live', [...finished, ...begun]);
  if (before.length > 0) return shown('kept', before);
  if (kept) return shown('kept', runsOf(kept));
  return recording?.length ? shown('recorded', recording) : null;
}

/** The recorded runs, for the reader's own of the same networks on pictures of the same size. */
function underOf(
  [own]: readonly RunRecord[],
  recording: readonly RunRecord[] | undefined,
): Shown['under'] {
  const known = recording?.[0]?.config;
  if (!own || !recording || known?.data.pictureSize !== own.config.data.pictureSize) return null;
  const recorded = new Map(known.networks.map((network) => [network.id, network]));
  const alike = own.config.networks.filter(({ id }) => recorded.has(id));
  const isKnown =
    alike.length > 0 && alike.every((network) => isSame(network, recorded.get(network.id)));
  return isKnown ? { runs: recording, says: 'the recorded runs' } : null;
}

/** In whatever order their settings are written. */
function isSame(one: NetworkConfig, other: NetworkConfig | undefined): boolean {
  return Object.entries(one).every(([key, value]) => other?.[key as keyof NetworkConfig] === value);
}

/** Why the curves are not those of the run that the controls ask for, in a sentence; empty if they are. */
export function staleNote(
  { live, settings, speed }: Pick<LabState, 'live' | 'settings' | 'speed'>,
  shown: Shown | null,
): string {
  if (!shown || shown.from === 'files') return '';
  if (live && isBusy(live)) {
    if (shown.from === 'live') return '';
    const whose =
      shown.from === 'recorded'
        ? sayRuns('The recorded run', shown)
        : sayRuns('Your last run', shown);
    return `${whose}, until the new one has made its first step.`;
  }
  // Nobody has asked for anything else yet.
  if (shown.from === 'recorded' && isUsual(settings, speed)) return '';
  const differences = sayDifferences(shown.runs, toRunConfig(settings));
  return differences === ''
    ? ''
    : `These curves are from a run with other settings (${differences}). Press Train for yours.`;
}

const sayRuns = (one: string, { runs }: Shown) => (runs.length === 1 ? one : `${one}s`);

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The seeds of runs: 'seed 1', 'seeds 1, 2 and 3'. */
export function saySeeds(runs: readonly RunRecord[]): string {
  const seeds = runs.map(({ config }) => String(config.recipe.seed));
  if (seeds.length === 1) return `seed ${seeds[0]}`;
  return `seeds ${seeds.slice(0, -1).join(', ')} and ${seeds.at(-1)}`;
}

/** That in which the config of runs is not the wanted one, in words. */
function sayDifferences(runs: readonly RunRecord[], wanted: RunConfig): string {
  const [first] = runs;
  if (!first) return '';
  const { config } = first;
  const { networks, recipe, data } = config;
  const inSize = ({ networks: [first], recipe: { batchSize }, data: pictures }: RunConfig) => [
    ...[first?.width, batchSize],
    pictures,
  ];
  const parts: [part: (run: RunConfig) => unknown, says: string][] = [
    [inSize, `${data.pictureSize} × ${data.pictureSize} pixels`],
    [(run) => run.networks.map(({ id }) => id), networks.map(({ id }) => id).join(', ')],
    [(run) => run.recipe.steps, `${grouped(recipe.steps)} steps`],
    [(run) => run.recipe.learningRate, `learning rate ${recipe.learningRate}`],
  ];
  const hasSeed = runs.some((run) => run.config.recipe.seed === wanted.recipe.seed);
  return [
    ...parts.filter(([part]) => !isEqual(part(config), part(wanted))).map(([, says]) => says),
    ...(hasSeed ? [] : [saySeeds(runs)]),
  ].join('; ');
}
