import { sayEvidence, type Evidence } from '../judges/experiment/evidence.ts';
import { Choices } from '../questions/Choices.tsx';

interface Props {
  evidence: Evidence;
  hasOwn: boolean;
  choose: (from: Evidence['from']) => void;
  /** What to train for a run of one's own, in a sentence. */
  invitation: string;
}

/** Which run is looked at, and how to get one of one's own. */
export function EvidenceBar({ evidence, hasOwn, choose, invitation }: Props) {
  return (
    <div className="evidence">
      {hasOwn && (
        <Choices
          label="The run to look at"
          options={[
            { id: 'own', text: 'Your run' },
            { id: 'recorded', text: 'The recording' },
          ]}
          chosen={evidence.from}
          choose={choose}
        />
      )}
      <p className="fine">
        You are looking at {sayEvidence(evidence)}.{!hasOwn && ` ${invitation}`}
      </p>
    </div>
  );
}
