import { useEffect, useState, type ComponentType } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { ExperimentRecord } from '../contract/experimentRecord.ts';
import type { Experiment, ExperimentName, Finding } from '../contract/experiments.ts';
import { sayUnkept, type StorageProblem } from '../lib/deviceStorage.ts';
import { startExperimenter } from '../runtime/experimentClient.ts';
import {
  createExperimentStore,
  idle,
  type ExperimentActions,
  type ExperimentState,
  type ExperimentStore,
  type Finished,
} from './live/experimentStore.ts';
import type { Tools } from './tools/FigureTools.tsx';
import { defineOwnFigure } from './defineOwnFigure.tsx';
import type { Examples, Figure, Notes } from './figure.ts';
import { mirrorStore } from './mirror/mirrorStore.ts';
import { useMirror } from './mirror/useMirror.ts';
import { fromQuery, toQuery } from './settings/link.ts';
import { LiveFrame } from './live/LiveFrame.tsx';
import { PredictionBox } from './prediction/PredictionBox.tsx';
import { asksOf, usePrediction, type Prediction } from './prediction/predictions.ts';
import { resultOf, writeRecord } from './live/recording.ts';
import {
  agrees,
  Controls,
  fieldsOf,
  otherOf,
  sayDifferences,
  startOf,
  type Settings,
  type ValuesOf,
} from './settings/settings.tsx';
import type { Table } from './tools/table.ts';
import type { Callout } from './frame/Takeaway.tsx';
import { useLink } from './settings/useLink.ts';

/** What a picture is given: the settings, what was found so far, and the props that the lesson gives. */
export interface LivePictureProps<Values, Result, Props = object> {
  settings: Values;
  /** What was found so far; null before the first run of a figure that opens on no recording. */
  result: Result | null;
  /** Whether the reader has predicted, or nothing is asked: what would give the answer away may be shown. */
  hasPredicted: boolean;
  /** Sets what the picture itself is the control of. */
  change: (part: Partial<Values>) => void;
  props: Props;
}

/** A figure whose picture an experiment of seconds computes, in a worker, when the reader asks for it. */
interface Declaration<N extends ExperimentName, S extends Settings, Result, Props extends object> {
  name: string;
  title: string;
  /** What the first button says. */
  runLabel: string;
  settings: S;
  experiment: (settings: ValuesOf<S>) => Experiment<N>;
  /** What of the settings decides the experiment, where that is too large to be compared itself. */
  asks?: (settings: ValuesOf<S>) => unknown;
  /** The settings as a change leaves them, where it brings another with it. */
  adjust?: (changed: ValuesOf<S>, part: Partial<ValuesOf<S>>) => ValuesOf<S>;
  /** @param previous what an earlier run found, to be shown until this one has found its own */
  initial: (settings: ValuesOf<S>, previous: Result | null) => Result;
  /** The result after one more finding; `result` itself is left as it is. */
  reduce: (result: Result, finding: Finding<N>) => Result;
  /** A recorded result as it was after this share of its run; left out, a replay shows all of it at once. */
  upTo?: (result: Result, share: number) => Result;
  /** How far the experiment is, such as `step 3 of 150`. */
  progress: (result: Result) => string;
  /** Whether the result says what the controls ask for; of itself, if it ran with the same experiment. */
  answers?: (result: Result, settings: ValuesOf<S>) => boolean;
  /** What the numbers say; what to do, before there are any. */
  takeaway: (result: Result | null, settings: ValuesOf<S>, props: Props) => string | Callout;
  /** Asked before the reader's first run; its evidence is a finished run of theirs that answers its settings. */
  prediction?: Prediction<ValuesOf<S>, Evidence<ValuesOf<S>, Result, Props>>;
  table: (result: Result | null, props: Props) => Table | null;
  /** What of a finished run is saved, where all of it would be too much to open on. */
  kept?: (result: Result) => Result;
  /** Where the numbers of the table that were not measured here come from. */
  recorded?: (props: Props) => string;
  Picture: ComponentType<LivePictureProps<ValuesOf<S>, Result, Props>>;
  /** Hears each result of a run that the reader made to its end, with settings that it answers. */
  tell?: (result: Result, settings: ValuesOf<S>) => void;
  /** As what the picture can be saved. */
  saves: NonNullable<Tools['picture']>;
  /** A change of a control that the result does not answer runs the experiment. */
  runsOnChange?: boolean;
  /** What another figure made, which the experiment runs on once it is there: with these settings, each time it is new. */
  follows?: { made: StoreApi<unknown>; settings: Partial<ValuesOf<S>> };
  /** Where the newest run that came to its end is kept, through reloads and until a reset. */
  shelf?: Shelf<Finished<ValuesOf<S>, Result>>;
  notes: Notes;
  examples: Examples<ExampleState<ValuesOf<S>, Result> & Props>;
}

/** A place on this device for one thing; without storage it holds for this page alone. */
export interface Shelf<Kept> {
  recall(): Promise<Kept | null>;
  /** Resolves to why it is not kept, if it is not. */
  keep(kept: Kept): Promise<StorageProblem | null>;
  forget(): Promise<void>;
}

/** The props of a figure for which a run was recorded: it is shown until the reader's first. */
export interface Opening {
  recording?: ExperimentRecord;
}

/** What can decide a prediction. */
export interface Evidence<Values, Result, Props = object> {
  /** Of a run that the reader made to its end with the prediction's settings; null before. */
  result: Result | null;
  settings: Values;
  props: Props;
}

/** The figure in given states: what is not said is as before the first run. */
export type LiveExamples<Values, Result, Props = object> = Record<
  string,
  ExampleState<Values, Result> & Props & { says: string }
>;

type ExampleState<Values, Result> = Partial<
  Omit<ExperimentState<Values, Result>, 'settings' | 'ran'>
> & {
  settings?: Partial<Values>;
  ran?: Partial<Values>;
};

/** A figure that experiments: settings in, findings added up to a result, picture, sentence and table out. */
export function defineLiveFigure<
  N extends ExperimentName,
  S extends Settings,
  Result,
  Props extends object = object,
>(declaration: Declaration<N, S, Result, Props>): Figure {
  const { name, title, settings: declared, experiment, initial, reduce } = declaration;
  const [start, fields] = [startOf(declared), fieldsOf(declared)];
  type State = ExperimentState<ValuesOf<S>, Result>;

  const { answers: holds, prediction, shelf, asks = experiment, tell } = declaration;
  const sameExperiment = (one: ValuesOf<S>, other: ValuesOf<S>) =>
    agrees<ValuesOf<S>>(one, other) || JSON.stringify(asks(one)) === JSON.stringify(asks(other));
  /** Whether what is shown is what the controls ask for. */
  const isAnswered = ({ ran, result, settings }: State) =>
    ran === null ||
    result === null ||
    (sameExperiment(ran, settings) && (holds?.(result, settings) ?? true));

  /** What a run of the reader's has found, once it has ended; else null. */
  const ownResult = ({ phase, stopped, recorded, result }: State) =>
    phase === 'done' && !stopped && !recorded ? result : null;

  /** Whether what is shown, or the experiment that is going on, says what the controls ask for. */
  const willAnswer = (state: State) => {
    const isBusy = state.phase === 'starting' || state.phase === 'running';
    const runs = state.next?.settings ?? state.ran;
    // What has failed is tried again with other settings, even if an earlier result would answer them.
    if (state.phase === 'failed') return false;
    return isBusy && runs ? sameExperiment(runs, state.settings) : isAnswered(state);
  };

  /** The figure as it looks in a given state. */
  function View({ state, actions, props, unkept }: ViewProps<State, ValuesOf<S>, Props>) {
    const { Picture, progress, takeaway, table, recorded, runLabel } = declaration;
    const { settings, result, ran, phase } = state;
    const change = (part: Partial<ValuesOf<S>>) => {
      const changed = { ...settings, ...part };
      actions.change(declaration.adjust?.(changed, part) ?? changed);
    };
    const isOwn = ownResult(state) !== null;
    const isBusy = phase === 'starting' || phase === 'running';
    const isStale = !isBusy && !isAnswered(state);
    const isAsked =
      ran !== null &&
      (agrees(ran, prediction?.settings) || (!isStale && agrees(settings, prediction?.settings)));
    const evidence = { settings, props, result: isOwn && isAsked ? result : null };
    const predicting = usePrediction(name, prediction?.outcome(evidence) ?? null);
    const { kept } = predicting;
    const isSecret = !kept && prediction?.instead !== undefined && (!result || !!state.recorded);
    return (
      <LiveFrame
        {...{ ...state, actions, name, title, runLabel }}
        controls={(buttons) => (
          <Controls settings={declared} values={settings} change={change}>
            {buttons}
          </Controls>
        )}
        progress={result ? progress(result) : ''}
        takeaway={takeaway(result, settings, props)}
        instead={isSecret ? prediction.instead : undefined}
        stale={isStale && ran ? staleNote(sayDifferences(declared, ran, settings), runLabel) : ''}
        prediction={
          prediction && (
            <PredictionBox
              {...prediction}
              {...predicting}
              change={change}
              look={isSecret && predicting.look}
              next={declaration.runsOnChange ? '' : `Now press ${runLabel}.`}
            />
          )
        }
        table={table(result, props)}
        recordedLine={recorded?.(props) ?? ''}
        unkept={unkept ? sayUnkept(unkept, 'this run') : ''}
        record={isOwn && ran ? () => write(state, ran) : undefined}
        link={{ query: toQuery(settings, start, fields) }}
        saves={declaration.saves}
      >
        <Picture
          {...{ settings, result, change, props }}
          hasPredicted={!prediction || kept !== null}
        />
      </LiveFrame>
    );
  }

  /** The finished run, with all that repeats it. */
  function write({ engine, result, keptAt }: State, ran: ValuesOf<S>): string {
    const { backend, device } = engine ?? { backend: 'cpu' as const, device: '' };
    const recordedAt = keptAt ?? new Date().toISOString();
    const saved = result && declaration.kept ? declaration.kept(result) : result;
    return writeRecord({
      ...{ figure: name, recordedAt, engine: { backend, device }, settings: ran, result: saved },
    });
  }

  function Alive(props: Props) {
    const [store] = useState(() => {
      const record = (props as Opening).recording;
      // A figure may be given a recording of another kind, which it draws itself.
      const opensOn = record?.figure === name && {
        ...{ result: resultOf<Result>(record), ran: { ...start, ...record.settings } },
        recorded: record,
      };
      return createExperimentStore(
        {
          ...{ settings: start, experiment, initial, reduce, upTo: declaration.upTo },
          ...(opensOn && { opensOn }),
        },
        startExperimenter,
      );
    });
    const state = useStore(store);
    const [unkept, setUnkept] = useState<StorageProblem | null>(null);
    const { actions, isFollower } = useMirror(name, () =>
      share(store, (props as { recording?: unknown }).recording !== undefined, () =>
        setUnkept(null),
      ),
    );
    useEffect(() => store.dispose, [store]);
    useEffect(
      () => declaration.follows?.made.subscribe(() => isFollower() || follow(store)),
      [store, isFollower],
    );
    useEffect(() => {
      if (!shelf) return;
      return store.subscribe(({ phase, stopped, ran, result, engine, keptAt }, before) => {
        if (isFollower()) return;
        // Stopped before it found anything, a run leaves the figure as it was.
        const isNew = before.phase === 'running' || result !== before.result;
        const hasEnded = phase === 'done' && before.phase !== 'done' && !stopped && !keptAt;
        if (!isNew || !hasEnded || !ran || !result) return;
        const at = new Date().toISOString();
        void shelf.keep({ ran, result, engine, at }).then(setUnkept);
      });
    }, [store, isFollower]);
    const own = isAnswered(state) ? ownResult(state) : null;
    useEffect(() => {
      if (own) tell?.(own, state.settings);
    }, [own, state.settings]);
    useLink(name, (query) => store.change(fromQuery(query, start, fields)));
    return <View {...{ state, props, unkept, actions }} />;
  }

  /** The figure as all windows of a presentation show it. */
  function share(
    store: ExperimentStore<ValuesOf<S>, Result>,
    isRecorded: boolean,
    onReset: () => void,
  ) {
    const { run, runSoon, stop, dispose } = store;
    const actions = {
      ...{ run, runSoon, stop },
      change(settings: ValuesOf<S>) {
        store.change(settings);
        if (declaration.runsOnChange && !willAnswer(store.getState())) runSoon();
      },
      reset() {
        store.reset();
        onReset();
        void shelf?.forget();
      },
      ...(isRecorded && { replay: store.replay }),
    };
    return mirrorStore(store, {
      ...{ actions, ahead: { change: store.change }, takeOver: store.takeOver, retire: dispose },
      begin() {
        follow(store);
        void shelf?.recall().then((kept) => kept && store.restore(kept));
      },
    });
  }

  /** Runs on what another figure made, once that is there. */
  function follow(store: ExperimentStore<ValuesOf<S>, Result>): void {
    const { follows } = declaration;
    if (!follows?.made.getState()) return;
    store.change({ ...store.getState().settings, ...follows.settings });
    store.run();
  }

  return defineOwnFigure({
    ...{ name, title, settings: declared, Component: Alive },
    otherQuery: toQuery(otherOf(declared), start, fields),
    rehearse: async (rehearsing) => {
      const { rehearseExperiment } = await import('./live/rehearseExperiment.ts');
      // What a class is asked about is what it will wait for.
      const settings = { ...start, ...declaration.prediction?.settings };
      return rehearseExperiment({ ...declaration, settings }, rehearsing, startExperimenter);
    },
    asks: asksOf(declaration.prediction),
    still: ({ settings, ran, ...example }: ExampleState<ValuesOf<S>, Result> & Props) => {
      const chosen = { ...start, ...settings };
      const shown = example.result ? { ran: { ...chosen, ...ran } } : {};
      return (
        <View
          state={{ ...idle, ...example, ...shown, settings: chosen } as State}
          actions={inert}
          unkept={null}
          props={example as unknown as Props}
        />
      );
    },
    notes: declaration.notes,
    examples: declaration.examples,
  });
}

function staleNote(differences: string, runLabel: string): string {
  return `These results are for other settings (${differences}). Press ${runLabel} for yours.`;
}

interface ViewProps<State, Values, Props> {
  state: State;
  actions: ExperimentActions<Values>;
  props: Props;
  /** Why the newest run is not kept on this device, if it is not. */
  unkept: StorageProblem | null;
}

const nothing = () => undefined;
const inert = { change: nothing, run: nothing, runSoon: nothing, stop: nothing, reset: nothing };
