import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { useMirrored } from '../../figure/mirror/useMirrored.ts';
import { DataTable } from '../../figure/tools/DataTable.tsx';
import { Frame } from '../../figure/frame/Frame.tsx';
import { PredictionBox } from '../../figure/prediction/PredictionBox.tsx';
import { usePrediction } from '../../figure/prediction/predictions.ts';
import { Takeaway } from '../../figure/frame/Takeaway.tsx';
import { runUpTo, type RunRecord } from '../../contract/runRecord.ts';
import { LinkedCursor } from '../../ui/chart/cursor.tsx';
import { Controls } from './setup/Controls.tsx';
import { smoothingWindow } from '../../figure/runs/errors.ts';
import { takeaway } from './describe.ts';
import type { LabActions, LabState } from './run/labStore.ts';
import { toQuery } from './setup/linkState.ts';
import { isBusy } from './run/liveRun.ts';
import { prediction } from './prediction.ts';
import { RunButtons } from './run/RunButtons.tsx';
import { ResultFiles } from './files/ResultFiles.tsx';
import { UnfinishedRun } from './run/UnfinishedRun.tsx';
import { usualSettings } from './setup/defaults.ts';
import { findProblems } from './setup/problems.ts';
import { downloadMegabytes, toRunConfig } from './setup/settings.ts';
import { shownOf, staleNote } from './shown.ts';
import { sourceOf } from './sourceOf.ts';
import { errorTable, runsCsv } from './tables.ts';
import { Announcer } from './run/Announcer.tsx';
import { DepthCards } from './view/DepthCards.tsx';
import { ErrorChart } from './view/ErrorChart.tsx';
import { Messages } from './run/Messages.tsx';
import { Multiples } from './view/Multiples.tsx';
import { ReplayBar } from './view/ReplayBar.tsx';
import { useReplay } from './view/useReplay.ts';
import { useSpaceKey } from './view/useSpaceKey.ts';
import { usualView, ViewOptions } from './view/ViewOptions.tsx';
import { TrainedNetworks } from './trained/TrainedNetworks.tsx';

interface Props extends LabState {
  recording: readonly RunRecord[] | undefined;
  actions: LabActions;
}

export const title = 'Does a deeper network train to a lower error?';

const noRuns: readonly RunRecord[] = [];

/** The lab as it looks in a given state. */
export function LabView({ recording, actions, ...state }: Props) {
  const { settings, live } = state;
  const problems = findProblems(settings);
  const blocked = Object.keys(problems).length > 0;
  const running = live !== null && isBusy(live);
  const shown = useShown(state, recording);
  const runs = shown?.runs ?? noRuns;
  const isLive = running && shown?.from === 'live';
  const { value: view, set: setView } = useMirrored('degradation-lab view', usualView);

  const last = Math.max(0, ...runs.map(({ step }) => step));
  const stage = useRef<HTMLDivElement>(null);
  const replay = useReplay(runs.map(({ startedAt }) => startedAt).join(), last, stage);
  const replayAgain = useEffectEvent(() => {
    if (!replay.isFollower()) replay.start();
  });
  const { replays } = state;
  useEffect(() => {
    if (replays > 0) replayAgain();
  }, [replays]);
  const at = isLive ? last : (replay.at ?? last);
  const seen = useMemo(
    () => (at < last ? runs.map((run) => runUpTo(run, Math.floor(at))) : runs),
    [runs, at, last],
  );
  const steps = isLive ? live.record.config.recipe.steps : runs.length > 0 ? last : settings.steps;
  useSpaceKey(stage, () => {
    if (!running) replay.press();
    else if (live.phase === 'paused') actions.resume();
    else if (live.phase === 'training') actions.pause();
  });

  const outcome = (!running && prediction.outcome(runs)) || prediction.outcome(recording ?? noRuns);
  const predicting = usePrediction('degradation-lab', outcome);
  const isSecret = shown?.from === 'recorded' && live === null && predicting.kept === null;
  const instead = isSecret ? prediction.instead : undefined;
  const { value: unfolded, set: setUnfolded } = useMirrored(
    'degradation-lab unfolded',
    null as string | null,
  );
  const opened = live ? { record: live.record, checkpoint: state.checkpoint } : state.kept;
  const stale = blocked ? '' : staleNote({ settings, live, speed: state.speed }, shown);
  const says = runs.length > 0 ? takeaway(seen, view.error) : 'Press Train to start a run.';
  // The recorded runs would answer what is still to be predicted.
  const tells = predicting.kept === null && shown?.under?.runs === recording;
  const under = tells ? null : (shown?.under ?? null);
  const isUnfolded = opened !== null && opened.record.startedAt === unfolded;
  const marks = [blocked && 'blocked', isUnfolded && 'network-open'];
  const drawn = { runs, under, at, steps, view, summary: instead ?? says };

  return (
    <Frame
      name="degradation-lab"
      className={marks.filter(Boolean).join(' ')}
      title={title}
      phase={live?.phase ?? 'idle'}
      source={shown ? sourceOf(shown) : undefined}
      stale={stale !== ''}
      secret={isSecret}
      tools={{
        reset: actions.reset,
        link: { query: toQuery(settings) },
        busy: running || replay.isPlaying,
        ...(runs.length > 0 && {
          picture: 'drawing',
          csv: () => runsCsv(runs),
          run: () => JSON.stringify(runs.length > 1 ? runs : runs[0]),
          children: <ErrorTable runs={runs} />,
        }),
      }}
    >
      <LinkedCursor>
        <div className="figure-picture">
          <div className="chart-and-cards">
            <ErrorChart {...drawn} shown={seen} />
            {runs.length > 0 && <DepthCards runs={seen} error={view.error} />}
          </div>
          {stale && <p className="stale-note">{stale}</p>}
        </div>
        <ReplayBar ref={stage} {...{ replay, steps, isLive }} step={last}>
          <ViewOptions
            view={view}
            change={setView}
            usual={runs[0] ? smoothingWindow(runs[0]) : 40}
          />
        </ReplayBar>
        {/* While a presenter replays the recording instead, it is that which is looked at. */}
        {state.unfinished && !(replays > 0 && replay.isPlaying) && (
          <UnfinishedRun run={state.unfinished} actions={actions} />
        )}
        <Controls
          {...{ settings, problems }}
          disabled={running}
          change={actions.change}
          speed={state.speed}
          measure={actions.measure}
        >
          <RunButtons
            {...{ actions, live, blocked }}
            megabytes={Math.round(downloadMegabytes(toRunConfig(settings)))}
          />
        </Controls>
        <Messages live={live} runs={runs} unkept={state.unkept} />
        <Takeaway instead={instead}>{says}</Takeaway>
        <PredictionBox
          {...prediction}
          {...predicting}
          look={isSecret && predicting.look}
          choose={(option) => {
            predicting.choose(option);
            if (!running && shown?.from === 'recorded') actions.change(usualSettings(state.speed));
          }}
          next="Now press Train."
        />
        {runs.length > 0 && <Multiples {...drawn} isMoving={isLive || replay.isPlaying} />}
      </LinkedCursor>
      {opened && (
        <TrainedNetworks
          key={opened.record.startedAt}
          record={opened.record}
          checkpoint={running && live.phase !== 'paused' ? null : (opened.checkpoint ?? null)}
          isOpen={isUnfolded}
          unfold={(isOpen) => setUnfolded(isOpen ? opened.record.startedAt : null)}
        />
      )}
      <ResultFiles
        files={state.files}
        problems={state.fileProblems}
        add={(added) => void actions.addFiles(added)}
        remove={actions.removeFiles}
      />
      <Announcer live={live} />
    </Frame>
  );
}

/** What is drawn, the same object for as long as its runs are: what is computed from it is kept as well. */
function useShown(
  { live, finished, kept, before, files }: LabState,
  recording: readonly RunRecord[] | undefined,
) {
  return useMemo(
    () => shownOf({ live, finished, kept, before, files }, recording),
    [live, finished, kept, before, files, recording],
  );
}

/** A component of its own: a table that is folded away is not computed. */
function ErrorTable({ runs }: { runs: readonly RunRecord[] }) {
  return <DataTable table={errorTable(runs)} />;
}
