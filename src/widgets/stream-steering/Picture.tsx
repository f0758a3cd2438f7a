import type { LivePictureProps } from '../../figure/defineLiveFigure.tsx';
import { textOf } from '../../figure/frame/Takeaway.tsx';
import { Legend } from '../../ui/chart/Legend.tsx';
import { BarGroups, type BarGroup } from './charts/BarGroups.tsx';
import { DifferenceChart, type DifferenceGroup } from './charts/DifferenceChart.tsx';
import { FactorChart } from './charts/FactorChart.tsx';
import { takeaway } from './describe.ts';
import { measures, shareOf } from './measures.ts';
import { sublayers } from './places.ts';
import { curveOf, effectOf, rankingOf } from './results.ts';
import { River } from './river/River.tsx';
import type { SteeringRun } from './run.ts';
import type { SteeringSettings } from './settings.ts';

/** The stream with its switches, and what the network answers with them. */
export function Picture({
  result,
  settings,
  change,
}: LivePictureProps<SteeringSettings, SteeringRun>) {
  const show = result?.settings.show ?? settings.show;
  return (
    <div className="steering" data-show={show}>
      <River settings={settings} change={change} />
      <div className="answers">
        {show === 'effect' && <EffectView run={result} />}
        {show === 'curve' && <CurveView run={result} factor={settings.factor} />}
        {show === 'ranking' && <RankingView run={result} />}
      </div>
    </div>
  );
}

function EffectView({ run }: { run: SteeringRun | null }) {
  const effect = run && effectOf(run);
  const { changed, control, unchanged } = effect ?? {};
  const groups = measures.map(({ id, names }): BarGroup => ({
    ...{ id, names: [...names] },
    bars: [
      { look: id, share: changed ? shareOf(changed, id) : null },
      { look: `${id} random`, share: control ? shareOf(control, id) : null },
    ],
    before: unchanged ? shareOf(unchanged, id) : null,
  }));
  const differences = (['friend', 'teacher'] as const).map((speaker): DifferenceGroup => ({
    name: `to ${speaker}s`,
    marks: [
      { look: 'before', score: unchanged },
      { look: `${speaker} after`, score: changed },
      { look: `${speaker} random`, score: control },
    ].flatMap(({ look, score }) => (score ? [{ look, ...score[speaker].difference }] : [])),
  }));
  const summary = textOf(takeaway(run));
  return (
    <>
      <Legend
        aria-hidden="true"
        entries={[
          { id: 'before', sample: <Sample line="before" />, text: 'unchanged' },
          { id: 'after', sample: <Sample bar="after" />, text: 'with your changes' },
          ...(run?.settings.vector === 'random'
            ? []
            : [{ id: 'random', sample: <Sample bar="random" />, text: 'random vector instead' }]),
        ]}
      />
      <div className="effect">
        <BarGroups title="Answers to all held-out prompts" {...{ summary, groups }} />
        <DifferenceChart
          title="Logit of opinion minus truth"
          summary={summary}
          groups={differences}
        />
      </div>
    </>
  );
}

function CurveView({ run, factor }: { run: SteeringRun | null; factor: number }) {
  const summary = textOf(takeaway(run));
  return (
    <>
      <Legend
        aria-hidden="true"
        entries={measures.map(({ id, names }) => ({
          ...{ id, look: `measure ${id}`, text: names.join(' ') },
          sample: <Sample line={`curve measure ${id}`} />,
        }))}
      />
      <div className="curves">
        {(
          [
            ['curve', 'Agreement vector'],
            ['curve control', 'Random vector of equal length'],
          ] as const
        ).map(([is, title]) => (
          <FactorChart
            key={is}
            {...{ title, summary, factor }}
            points={run ? curveOf(run, is) : []}
          />
        ))}
      </div>
    </>
  );
}

function RankingView({ run }: { run: SteeringRun | null }) {
  const ranked = run ? rankingOf(run) : [];
  return (
    <>
      <Legend
        aria-hidden="true"
        entries={measures.map(({ id, names }) => ({
          ...{ id, look: `measure ${id}`, text: names.join(' ') },
          sample: <Sample bar={id} />,
        }))}
      />
      <BarGroups
        title="Without one sublayer, nothing else changed"
        summary={textOf(takeaway(run))}
        groups={ranked.map(({ place, score }): BarGroup => {
          const one = sublayers.find((sublayer) => sublayer.place === place);
          return {
            id: place,
            names: [`no ${one?.kind}`, `layer ${one?.layer}`],
            bars: measures.map(({ id }) => ({ look: id, share: shareOf(score, id) })),
          };
        })}
      />
    </>
  );
}

/** A legend's bar or line, with the look of the marks it names. */
function Sample({ bar, line }: { bar?: string; line?: string }) {
  return (
    <svg width="26" height="12" aria-hidden="true">
      {bar && (
        <g className="bars">
          <rect className={bar} x="3" y="1" width="20" height="10" />
        </g>
      )}
      {line && (
        <g className={line}>
          {line === 'before' ? <line x1="1" x2="25" y1="6" y2="6" /> : <path d="M1 6H25" />}
        </g>
      )}
    </svg>
  );
}
