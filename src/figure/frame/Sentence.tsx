import { unbroken } from '../../lib/format.ts';

/** A sentence whose numbers with their units, shapes and names of networks, such as plain-56, stay on one line each. */
export function Sentence({ children }: { children: string }) {
  const parts = unbroken(children).split(/\b((?:plain|residual)-\d+)/);
  return parts.map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} className="network-name">
        {part}
      </span>
    ),
  );
}
