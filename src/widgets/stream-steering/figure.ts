import { defineLiveFigure } from '../../figure/defineLiveFigure.tsx';
import { readersNetwork, steeredHere } from '../../runtime/agreementStores.ts';
import { table, takeaway } from './describe.ts';
import { Picture } from './Picture.tsx';
import { prediction } from './prediction.ts';
import { effectAt } from './results.ts';
import { changesOf, experiment, initial, planOf, reduce, type SteeringRun } from './run.ts';
import { settings, type SteeringSettings } from './settings.ts';

/** Switches, factors and a vector in the stream of the small transformer, and what it answers then. */
export default defineLiveFigure({
  name: 'stream-steering',
  title: 'Can you steer it back to the truth?',
  runLabel: 'Run',
  settings,
  ...{ experiment, initial, reduce, takeaway, table, prediction, Picture },
  asks: (chosen: SteeringSettings) => [chosen.network, planOf(chosen)],
  // What each sublayer does by itself doesn't depend on the reader's changes: these are shown at work.
  adjust: (changed, part) =>
    changed.show === 'ranking' && !('show' in part) && !('network' in part)
      ? { ...changed, show: 'effect' as const }
      : changed,
  tell: tellExercise,
  progress: (run) => `trial ${run.scores.length} of ${planOf(run.settings).length}`,
  saves: 'drawing',
  runsOnChange: true,
  follows: { made: readersNetwork, settings: { network: 'reader' } },
  notes: {
    shows:
      'The stream of a small transformer with a switch at every sublayer, a vector to add, and its answers to all held-out prompts.',
    demonstrate:
      'Drag the factor and watch agreement fall; then let the room predict which sublayer it can least do without.',
    takes: 'Opens on a recording; computes live, in under a second, at each change.',
    state: { query: 'place=embedding', says: 'the vector after the embedding' },
  },
  examples: () => import('./examples.ts'),
});

function tellExercise(run: SteeringRun, chosen: SteeringSettings): void {
  const effect = run.settings.show === 'ranking' ? null : effectAt(run, chosen);
  if (effect)
    steeredHere.setState({ network: chosen.network, changes: changesOf(chosen), ...effect }, true);
}
