import type { ModelCard } from '../../../contract/modelCard.ts';

/** All that a network can answer. */
export function KnownClasses({ card }: { card: ModelCard | undefined }) {
  return card ? (
    <p className="known-classes">
      {card.classes.map(({ name }) => name.split(',')[0]).join(' · ')}
    </p>
  ) : (
    <p>The list is downloaded with the network.</p>
  );
}
