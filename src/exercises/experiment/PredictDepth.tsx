import { depthOf } from '../../figure/runs/depth.ts';
import { percentExact } from '../../lib/format.ts';
import { meanOf } from '../../lib/verdicts.ts';
import { sayEvidence } from '../judges/experiment/evidence.ts';
import {
  depthWords,
  judgePredictDepth,
  kinds,
  meanings,
  showsDepth,
  type DepthWord,
  type Meaning,
  type PredictDepthAnswer,
} from '../judges/experiment/predictDepth.ts';
import { reportOf } from '../judges/reportOf.ts';
import { Choices } from '../questions/Choices.tsx';
import { Verdict } from '../questions/Verdict.tsx';
import { EvidenceBar } from './EvidenceBar.tsx';
import type { TaskProps } from './tasks.ts';
import { useEvidence } from './useEvidence.ts';

const none: PredictDepthAnswer = { predicted: {}, isMade: false, seen: {} };
const wordOptions = (['worse', 'the same', 'better'] as const).map((id) => ({
  ...{ id, text: depthWords[id] },
}));
const meaningOptions = (Object.keys(meanings) as Meaning[]).map((id) => ({
  ...{ id, text: meanings[id].text },
}));

/** What depth does to each kind: predicted, then looked up in a run, and at last what it means. */
export function PredictDepth(props: TaskProps<PredictDepthAnswer>) {
  const { recorded, answer = none, setAnswer, setReport, announce } = props;
  const { evidence, hasOwn, choose, look } = useEvidence(recorded, showsDepth);
  const { runs } = evidence;
  const judged = judgePredictDepth(answer, runs);
  const { predicted, isMade, seen, meaning } = answer;
  const isReady = kinds.every((kind) => predicted[kind]);

  const see = (change: Partial<PredictDepthAnswer>, which: keyof typeof judged) => {
    const now = { ...answer, ...change, looked: sayEvidence(evidence) };
    setAnswer(now);
    const all = judgePredictDepth(now, runs);
    setReport(
      reportOf([
        { id: 'prediction', title: 'A prediction before looking', judgement: all.prediction },
        { id: 'plain', title: 'The plain networks', judgement: all.plain },
        { id: 'residual', title: 'The residual networks', judgement: all.residual },
        { id: 'meaning', title: 'What this rules out', judgement: all.meaning },
      ]),
      now,
    );
    announce(`${all[which].right ? 'Right' : 'Not yet'}. ${all[which].says}`);
  };

  return (
    <ol className="questions" onPointerEnter={look} onFocus={look}>
      <li className="question">
        <h4>Predict</h4>
        <p>How does the deeper network’s training loss end, compared with the shallower one’s?</p>
        {kinds.map((kind) => (
          <div className="choice-row" key={kind}>
            <span className={`c-${kind}`}>{kind === 'plain' ? 'Plain' : 'Residual'}</span>
            <Choices<DepthWord>
              label={`Your prediction: ${kind} networks`}
              options={wordOptions}
              chosen={predicted[kind]}
              disabled={isMade}
              choose={(word) => setAnswer({ ...answer, predicted: { ...predicted, [kind]: word } })}
            />
          </div>
        ))}
        {!isMade && (
          <div className="answer-line">
            <button
              type="button"
              aria-disabled={!isReady}
              onClick={() => isReady && setAnswer({ ...answer, isMade: true })}
            >
              Now show me
            </button>
            {!isReady && <span className="fine">Choose one for each kind.</span>}
          </div>
        )}
      </li>
      {isMade && (
        <>
          <li className="question">
            <h4>Look</h4>
            <EvidenceBar
              {...{ evidence, hasOwn, choose }}
              invitation="Train the lab’s four networks to the end, and this becomes your run."
            />
            <Errors runs={runs} />
            <p>So how did the deeper network end?</p>
            {kinds.map((kind) => (
              <div key={kind}>
                <div className="choice-row">
                  <span className={`c-${kind}`}>{kind === 'plain' ? 'Plain' : 'Residual'}</span>
                  <Choices<DepthWord>
                    label={`What you see: ${kind} networks`}
                    options={wordOptions}
                    chosen={seen[kind]}
                    choose={(word) => see({ seen: { ...seen, [kind]: word } }, kind)}
                  />
                </div>
                <Verdict judgement={judged[kind]} />
              </div>
            ))}
          </li>
          <li className="question">
            <h4>What it rules out</h4>
            <p>What can’t be the trouble with the deep plain network, if you see this?</p>
            <Choices<Meaning>
              label="What it rules out"
              options={meaningOptions}
              chosen={meaning}
              choose={(id) => see({ meaning: id }, 'meaning')}
            />
            <Verdict judgement={judged.meaning} />
          </li>
        </>
      )}
    </ol>
  );
}

/** The training errors at the end, a row a network; the mean where there are several seeds. */
function Errors({ runs }: { runs: TaskProps<unknown>['recorded'] }) {
  const rows = kinds.flatMap((kind) => {
    const depth = depthOf(runs, kind);
    if (!depth) return [];
    return (['shallow', 'deep'] as const).map((which) => ({
      ...{ kind, id: depth[which].id, layers: depth[which].depth },
      error: meanOf(depth.pairs, which).mean,
    }));
  });
  const most = Math.max(...rows.map(({ error }) => error));
  return (
    <table className="error-table">
      <caption>
        Training error at the end{runs.length > 1 && `, mean of ${runs.length} seeds`}
      </caption>
      <tbody>
        {rows.map(({ kind, id, layers, error }) => (
          <tr key={id}>
            <th scope="row" className={`c-${kind}`}>
              {kind}, {layers} layers
            </th>
            <td>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect className={kind} width={(100 * error) / most} height="8" />
              </svg>
            </td>
            <td>{percentExact(error)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
