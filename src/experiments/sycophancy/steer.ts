import type { SycophancySteering, SycophancySteeringFinding } from '../../contract/sycophancy.ts';
import { changed, createVectors } from './changes.ts';
import type { Sources } from '../sources.ts';
import { openTransformer } from './network.ts';
import { scoreOf } from './score.ts';

/**
 * Scores a trained network on held-out prompts with each trial's changes in turn; a trial without changes scores
 * the network as it is.
 * @throws when weights, places, heads or factors don't fit
 */
export async function* sycophancySteering(
  { network: asked, trials }: SycophancySteering,
  { toyNetworks }: Pick<Sources, 'toyNetworks'>,
): AsyncGenerator<SycophancySteeringFinding, void> {
  const { network, seed } = await openTransformer(asked, toyNetworks);
  const vectors = createVectors(network, seed);
  try {
    for (const [trial, changes] of trials.entries()) {
      const walk = changed(network, vectors, changes);
      yield { type: 'trial', trial, score: await scoreOf(network, seed, walk) };
    }
  } finally {
    vectors.dispose();
    network.dispose();
  }
}
