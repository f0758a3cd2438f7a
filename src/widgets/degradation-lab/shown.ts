import type { RunConfig } from '../../contract/runConfig.ts';
import type { RunRecord } from '../../contract/runRecord.ts';
import type { LabState } from './run/labStore.ts';
import { isBusy } from './run/liveRun.ts';
import { toRunConfig } from './setup/settings.ts';

/** The run whose curves are drawn. */
export interface Shown {
  record: RunRecord;
  from: 'live' | 'kept' | 'recorded';
}

/** The newest run with a step to show: this page's, then the reader's earlier ones, then the recorded one. */
export function shownOf(
  { live, kept, before }: Pick<LabState, 'live' | 'kept' | 'before'>,
  recording: RunRecord | undefined,
): Shown | null {
  if (live && live.record.step > 0) return { record: live.record, from: 'live' };
  if (before ?? kept) return { record: (before ?? kept) as RunRecord, from: 'kept' };
  return recording ? { record: recording, from: 'recorded' } : null;
}

/** Why the curves are not those of the run that the controls ask for, in a sentence; empty if they are. */
export function staleNote(
  { live, settings }: Pick<LabState, 'live' | 'settings'>,
  shown: Shown | null,
): string {
  if (!shown) return '';
  if (live && isBusy(live)) {
    if (shown.from === 'live') return '';
    const whose = shown.from === 'kept' ? 'Your last run' : 'The recorded run';
    return `${whose}, until the new one has made its first step.`;
  }
  const differences = sayDifferences(shown.record.config, toRunConfig(settings));
  return differences === ''
    ? ''
    : `These curves are from a run with other settings (${differences}). Press Train for yours.`;
}

/** That in which a run's config is not the wanted one, in words. */
function sayDifferences(config: RunConfig, wanted: RunConfig): string {
  const { networks, recipe, data } = config;
  const inSize = ({ networks: [first], recipe: { batchSize }, data: pictures }: RunConfig) => [
    ...[first?.width, batchSize],
    pictures,
  ];
  const parts: [part: (run: RunConfig) => unknown, says: string][] = [
    [inSize, `${data.pictureSize} × ${data.pictureSize} pixels`],
    [(run) => run.networks.map(({ id }) => id), networks.map(({ id }) => id).join(', ')],
    [(run) => run.recipe.steps, `${recipe.steps} steps`],
    [(run) => run.recipe.learningRate, `learning rate ${recipe.learningRate}`],
    [(run) => run.recipe.seed, `seed ${recipe.seed}`],
  ];
  return parts
    .filter(([part]) => JSON.stringify(part(config)) !== JSON.stringify(part(wanted)))
    .map(([, says]) => says)
    .join('; ');
}
