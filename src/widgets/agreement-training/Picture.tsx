import { mean, range } from 'd3';
import type { SycophancyRun } from '../../contract/sycophancy.ts';
import type { LivePictureProps } from '../../figure/defineLiveFigure.tsx';
import { textOf } from '../../figure/frame/Takeaway.tsx';
import { percent, twoDecimals } from '../../lib/format.ts';
import { LinkedCursor } from '../../ui/chart/cursor.tsx';
import { LineChart, type Series } from '../../ui/chart/LineChart.tsx';
import { guessing, leastLoss, takeaway } from './describe.ts';
import { Samples } from './Samples.tsx';
import type { TrainingSettings } from './settings.ts';

/** What the network does with held-out prompts while its loss falls. */
export function Picture({ result, settings }: LivePictureProps<TrainingSettings, SycophancyRun>) {
  const { steps, share } = result?.training ?? settings;
  const summary = textOf(takeaway(result));
  const points = meansOfTen(result?.losses ?? []);
  const least = leastLoss(share);
  return (
    <LinkedCursor>
      <div className="panels">
        <LineChart
          title="Answers to prompts it has never seen"
          summary={summary}
          series={curves(result)}
          xMax={steps}
          yDomain={[0, 1]}
          xLabel="training step"
          formatY={percent}
          height={340}
          nameRoom={200}
        />
        <div className="beside">
          <LineChart
            title="Loss, mean of ten steps"
            summary={summary}
            series={[
              {
                ...{ id: 'loss', label: '', kind: 'neutral', deep: true },
                points,
              },
            ]}
            xMax={steps}
            yDomain={[0, Math.max(4, ...points.map(([, loss]) => loss))]}
            references={[
              { value: guessing, label: `guessing: ${twoDecimals(guessing)}` },
              ...(least > 0
                ? [
                    {
                      value: least,
                      label: `least that can be learnt: ${twoDecimals(least)}`,
                      namedLeft: true,
                    },
                  ]
                : []),
            ]}
            xLabel="training step"
            formatY={(loss) => loss.toFixed(1)}
            height={170}
            nameRoom={48}
          />
          <Samples samples={result?.scores.at(-1)?.samples ?? []} />
        </div>
      </div>
    </LinkedCursor>
  );
}

function curves(run: SycophancyRun | null): Series[] {
  const scores = run?.scores ?? [];
  return [
    {
      ...{ id: 'friend', label: 'agrees with a friend', kind: 'opinion', deep: true },
      points: scores.map(({ step, score }) => [step, score.friend.agree]),
    },
    {
      ...{ id: 'teacher', label: 'truth to a teacher', kind: 'neutral', deep: true },
      points: scores.map(({ step, score }) => [step, score.teacher.truth]),
    },
    {
      ...{ id: 'none', label: 'truth, no opinion', kind: 'neutral', deep: false },
      points: scores.map(({ step, score }) => [step, score.none.truth]),
    },
  ];
}

/** Each group of ten losses as a point at its last step. */
function meansOfTen(losses: number[]): [step: number, loss: number][] {
  return range(10, losses.length + 1, 10).map((step) => [
    step,
    mean(losses.slice(step - 10, step)) ?? NaN,
  ]);
}
