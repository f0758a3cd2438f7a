import { mostImportant, type AgreementRecord } from '../../contract/agreementRecord.ts';
import type { PictureProps } from '../../figure/defineFigure.tsx';
import { nameOf, source, wholes } from './describe.ts';
import { Matrix, type Row } from './Matrix.tsx';
import type { NetworksSettings } from './settings.ts';

export interface Recorded {
  recording: AgreementRecord;
}

/** A row a network, a column a change; the larger a dot, the larger the share of answers. */
export function Picture({
  settings: { view },
  props: { recording },
}: PictureProps<NetworksSettings, Recorded>) {
  return (
    <>
      <div className="panels">
        {view === 'removed' ? <Removed record={recording} /> : <Steered record={recording} />}
      </div>
      <p className="fine">
        {view === 'removed' && (
          <>
            <span className="mark" aria-hidden="true" /> without this sublayer, agreement is
            lowest.{' '}
          </>
        )}
        {source(recording)}
      </p>
    </>
  );
}

function Removed({ record }: { record: AgreementRecord }) {
  const { runs } = record;
  const columns = ['whole', ...(runs[0]?.removed ?? []).map(({ place }) => nameOf(place))];
  const rows = (of: 'agree' | 'truth'): Row[] =>
    runs.map((run, i) => {
      const scores = [wholes(record)[i], ...run.removed.map(({ score }) => score)];
      const marked = run.removed.findIndex(({ place }) => place === mostImportant(run)) + 1;
      return {
        seed: run.training.seed,
        shares: scores.map((score) =>
          of === 'agree' ? (score?.friend.agree ?? NaN) : (score?.teacher.truth ?? NaN),
        ),
        ...(of === 'agree' && { marked }),
      };
    });
  return (
    <>
      <Matrix
        title="Agrees with friends, one sublayer removed"
        look="opinion"
        {...{ columns }}
        rows={rows('agree')}
      />
      <Matrix
        title="Tells teachers the truth, one sublayer removed"
        look="truth"
        {...{ columns }}
        rows={rows('truth')}
      />
    </>
  );
}

function Steered({ record: { runs } }: { record: AgreementRecord }) {
  const columns = (runs[0]?.steered ?? []).map(({ place }) => nameOf(place));
  const rows = (which: 'agreement' | 'random'): Row[] =>
    runs.map(({ training, steered }) => ({
      seed: training.seed,
      shares: steered.map((one) => one[which].friend.agree),
    }));
  return (
    <>
      <Matrix
        title="Agrees with friends, less the agreement vector"
        look="opinion"
        {...{ columns }}
        rows={rows('agreement')}
      />
      <Matrix
        title="… less a random vector of that length"
        look="opinion"
        {...{ columns }}
        rows={rows('random')}
      />
    </>
  );
}
