import type { ReactNode } from 'react';
import type { Claim } from '../../../content/claims/claim.ts';
import { references } from './references.ts';

/** Where a claim's numbers come from: one paragraph for each thing that backs it. */
export function Origin({ claim }: { claim: Claim }) {
  const { source, place, recorded, fields, computed, code, line, chosen } = claim;
  const reference = references.get(source ?? '');
  return (
    <>
      {reference && (
        <Backing kind="Paper">
          <a href={reference.url} title={reference.title}>
            {reference.label}
          </a>
          , {place}
        </Backing>
      )}
      {recorded && (
        <Backing kind="Recording">
          <code translate="no">{recorded}</code>: <code translate="no">{fields?.join(', ')}</code>
        </Backing>
      )}
      {code && (
        <Backing kind="Code">
          <code translate="no">{code}</code>: <code translate="no">{line}</code>
        </Backing>
      )}
      {computed && (
        <Backing kind="Computed">
          {computed.split('; ').map((sum) => (
            <span key={sum} className="claim-sum">
              {sum}
            </span>
          ))}
        </Backing>
      )}
      {chosen && <Backing kind="Chosen">{chosen}</Backing>}
    </>
  );
}

function Backing({ kind, children }: { kind: string; children: ReactNode }) {
  return (
    <p>
      <span className="claim-kind">{kind}</span> {children}
    </p>
  );
}
