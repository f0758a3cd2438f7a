import type { RunRecord } from '../../contract/runRecord.ts';
import { percent, twoDigits } from '../../lib/format.ts';
import { LineChart } from '../../ui/chart/LineChart.tsx';
import {
  faults,
  judgeDiagnoses,
  readSigns,
  shuffleRuns,
  type Diagnoses,
  type Fault,
} from '../judges/experiment/diagnose.ts';
import { unanswered } from '../judges/judgement.ts';
import { reportOf } from '../judges/reportOf.ts';
import { Verdict } from '../questions/Verdict.tsx';
import type { TaskProps } from './tasks.ts';

const ids = Object.keys(faults) as Fault[];

/** Recorded runs with a fault each, and the faults to choose from. */
export function Diagnose({
  recorded,
  answer = {},
  setAnswer,
  setReport,
  announce,
}: TaskProps<Diagnoses>) {
  const [healthy] = recorded;
  if (!healthy) return null;
  const judged = judgeDiagnoses(recorded, answer);
  const find = (letter: string, fault: Fault) => {
    const now = { ...answer, [letter]: fault };
    setAnswer(now);
    const all = judgeDiagnoses(recorded, now);
    setReport(
      reportOf(
        shuffleRuns(recorded).map(({ letter: one }) => ({
          ...{ id: one, title: `Run ${one}`, judgement: all[one] ?? unanswered },
        })),
      ),
      now,
    );
    const { right, says } = all[letter] ?? unanswered;
    announce(`${right ? 'Right' : 'Not yet'}. ${says}`);
  };
  return (
    <ol className="questions runs">
      {shuffleRuns(recorded).map(({ letter, run }) => (
        <li className="question" key={letter}>
          <h4>Run {letter}</h4>
          <LossChart {...{ letter, run, healthy }} />
          <SignsTable run={run} healthy={healthy} />
          <label className="fault">
            <span>What is wrong?</span>
            <select
              value={answer[letter] ?? ''}
              onChange={({ target }) => find(letter, target.value as Fault)}
            >
              <option value="" disabled>
                Choose a fault
              </option>
              {ids.map((id) => (
                <option key={id} value={id}>
                  {faults[id]}
                </option>
              ))}
            </select>
          </label>
          <Verdict judgement={judged[letter]} />
        </li>
      ))}
    </ol>
  );
}

/** Above this the axis ends; a loss that is higher leaves the picture, and the table says how high it is. */
const mostLoss = 3;

function LossChart({
  letter,
  run,
  healthy,
}: {
  letter: string;
  run: RunRecord;
  healthy: RunRecord;
}) {
  const points = ({ networks: [network], every }: RunRecord) =>
    (network?.losses ?? []).map((loss, i): [number, number] => [
      (i + 1) * every,
      Math.min(loss, mostLoss),
    ]);
  return (
    <LineChart
      title="Training loss"
      summary={`The loss of run ${letter} beside that of the healthy run.`}
      series={[
        { id: 'healthy', label: 'healthy', kind: 'neutral', deep: false, points: points(healthy) },
        { id: 'run', label: letter, kind: 'neutral', deep: true, points: points(run) },
      ]}
      references={[{ value: Math.log(10), label: 'guessing blindly' }]}
      xMax={run.step}
      yDomain={[0, mostLoss]}
      xLabel="training step"
      formatY={(loss) => loss.toFixed(1)}
      height={200}
      nameRoom={92}
    />
  );
}

/** What the curve alone doesn't show, beside the healthy run's. */
function SignsTable({ run, healthy }: { run: RunRecord; healthy: RunRecord }) {
  const columns = [readSigns(run), readSigns(healthy)];
  const rows: [name: string, values: string[]][] = [
    ['Loss, first ten steps', columns.map(({ loss }) => loss.first.toFixed(2))],
    ['Loss, lowest', columns.map(({ loss }) => loss.lowest.toFixed(2))],
    ['Loss, end', columns.map(({ loss }) => loss.last.toFixed(2))],
    ['Training error, end', columns.map(({ trainError }) => percent(trainError))],
    ['Test error, end', columns.map(({ testError }) => percent(testError))],
    ['Gradient, first block', columns.map(({ gradients }) => sayNorm(gradients.first))],
    ['Gradient, last block', columns.map(({ gradients }) => sayNorm(gradients.last))],
  ];
  return (
    <table className="signs">
      <thead>
        <tr>
          <td />
          <th scope="col">this run</th>
          <th scope="col">healthy</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, values]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, i) => (
              <td key={i}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const sayNorm = (norm: number) => (norm < 1e-6 ? 'almost 0' : twoDigits(norm));
