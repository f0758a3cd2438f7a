import { runningMean, smoothingWindow } from '../../figure/runs/errors.ts';
import { percent } from '../../lib/format.ts';
import type { RunRecord } from '../../contract/runRecord.ts';
import { LineChart } from '../../ui/chart/LineChart.tsx';
import {
  hasFourCurves,
  judgeCurves,
  shuffleCurves,
  type NamedCurves,
} from '../judges/experiment/nameCurves.ts';
import { unanswered } from '../judges/judgement.ts';
import { reportOf } from '../judges/reportOf.ts';
import { useChecked } from '../questions/useChecked.ts';
import { Verdict } from '../questions/Verdict.tsx';
import { apartAt } from './apartAt.ts';
import { EvidenceBar } from './EvidenceBar.tsx';
import type { TaskProps } from './tasks.ts';
import { useEvidence } from './useEvidence.ts';

const fits = (runs: readonly RunRecord[]) => {
  const run = runs.at(-1);
  return run !== undefined && hasFourCurves(run);
};

/** Four curves without a legend, and a name to be chosen for each. */
export function NameCurves(props: TaskProps<NamedCurves>) {
  const { recorded, answer = {}, setAnswer, setReport, announce } = props;
  const { evidence, hasOwn, choose, look } = useEvidence(recorded, fits);
  const [checked, setChecked] = useChecked(props);
  const run = evidence.runs.at(-1);
  if (!run) return null;
  const curves = shuffleCurves(run);
  const names = [...curves.map(({ network }) => network.id)].sort();
  const judged = judgeCurves(run, answer);
  const isChecked = JSON.stringify(checked) === JSON.stringify(answer) && checked !== undefined;
  const isWhole = curves.every(({ letter }) => answer[letter]);
  const isSolved = isChecked && Object.values(judged).every(({ right }) => right);
  const check = () => {
    if (!isWhole) return;
    setChecked(answer);
    setReport(
      reportOf(
        curves.map(({ letter }) => ({
          ...{ id: letter, title: `Curve ${letter}`, judgement: judged[letter] ?? unanswered },
        })),
      ),
    );
    const right = Object.values(judged).filter((one) => one.right).length;
    announce(`${right} of ${curves.length} curves are named rightly.`);
  };
  const errors = curves.flatMap(({ network }) => network.trainErrors);
  const points = curves.map(({ network }) =>
    runningMean(network.trainErrors, smoothingWindow(run), run.every),
  );

  return (
    <div className="questions" onPointerEnter={look} onFocus={look}>
      <EvidenceBar
        {...{ evidence, hasOwn, choose }}
        invitation="Train the lab’s four networks to the end, and the curves become yours."
      />
      <LineChart
        title="Training error"
        summary="Four curves, named by letters, falling from about 90 % during training."
        series={curves.map(({ letter, network }, index) => ({
          id: letter,
          label: isSolved ? `${letter} ${network.id}` : letter,
          kind: isSolved ? network.kind : 'neutral',
          // Until their names are known, all are drawn alike.
          deep: !isSolved || network.depth === Math.max(...curves.map((one) => one.network.depth)),
          points: points[index] ?? [],
        }))}
        xMax={run.step}
        yDomain={[Math.floor(Math.min(...errors) * 10) / 10, 0.9]}
        xLabel="training step"
        formatY={percent}
        namesAtEdge
        namesWhenNarrow={!isSolved}
        namesOnCurvesAt={isSolved ? undefined : apartAt(points)}
      />
      <ul className="curve-names-list">
        {curves.map(({ letter }) => (
          <li key={letter}>
            <label>
              <span className="curve-letter">{letter}</span>
              <select
                value={answer[letter] ?? ''}
                onChange={({ target }) => setAnswer({ ...answer, [letter]: target.value })}
              >
                <option value="">Which network?</option>
                {names.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
            <Verdict judgement={isChecked ? judged[letter] : undefined} />
          </li>
        ))}
      </ul>
      <div className="answer-line">
        <button type="button" aria-disabled={!isWhole} onClick={check}>
          Check
        </button>
        {!isWhole && <span className="fine">Name all four first.</span>}
      </div>
    </div>
  );
}
