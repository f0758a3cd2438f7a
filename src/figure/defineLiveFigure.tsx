import { useEffect, useState, type ComponentType } from 'react';
import { useStore } from 'zustand';
import type { Experiment, ExperimentName, Finding } from '../contract/experiments.ts';
import { startExperimenter } from '../runtime/experimentClient.ts';
import {
  createExperimentStore,
  idle,
  type ExperimentActions,
  type ExperimentState,
} from './experimentStore.ts';
import type { Tools } from './FigureTools.tsx';
import { defineOwnFigure } from './defineOwnFigure.tsx';
import type { Examples, Figure, Notes } from './figure.ts';
import { fromQuery, toQuery } from './link.ts';
import { LiveFrame } from './LiveFrame.tsx';
import { Controls, fieldsOf, otherOf, startOf, type Settings, type ValuesOf } from './settings.tsx';
import type { Table } from './table.ts';
import { useLink } from './useLink.ts';

/** What a picture is given: the settings, what was found so far, and the props that the lesson gives. */
export interface LivePictureProps<Values, Result, Props = object> {
  settings: Values;
  /** Null before the first run. */
  result: Result | null;
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
  /** @param previous what an earlier run found, to be shown until this one has found its own */
  initial: (settings: ValuesOf<S>, previous: Result | null) => Result;
  /** The result after one more finding; `result` itself is left as it is. */
  reduce: (result: Result, finding: Finding<N>) => Result;
  /** How far the experiment is, such as `step 3 of 150`: said as `At …`, `Stopped at ….` and `Finished ….` */
  progress: (result: Result) => string;
  /** What the numbers say; what to do, before there are any. */
  takeaway: (result: Result | null, settings: ValuesOf<S>, props: Props) => string;
  table: (result: Result | null, props: Props) => Table | null;
  /** Where the numbers of the table that were not measured here come from. */
  recorded?: (props: Props) => string;
  Picture: ComponentType<LivePictureProps<ValuesOf<S>, Result, Props>>;
  /** As what the picture can be saved. */
  saves: NonNullable<Tools['picture']>;
  /** Once the engine runs, each change of a control runs the experiment again. */
  runsOnChange?: boolean;
  notes: Notes;
  examples: Examples<ExampleState<ValuesOf<S>, Result> & Props>;
}

/** The figure in given states: what is not said is as before the first run. */
export type LiveExamples<Values, Result, Props = object> = Record<
  string,
  ExampleState<Values, Result> & Props & { says: string }
>;

type ExampleState<Values, Result> = Partial<Omit<ExperimentState<Values, Result>, 'settings'>> & {
  settings?: Partial<Values>;
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

  /** The figure as it looks in a given state. */
  function View({ state, actions, props }: ViewProps<State, ValuesOf<S>, Props>) {
    const { Picture, progress, takeaway, table, recorded } = declaration;
    const { settings, result } = state;
    const change = (part: Partial<ValuesOf<S>>) => actions.change({ ...settings, ...part });
    return (
      <LiveFrame
        {...{ ...state, actions, name, title }}
        runLabel={declaration.runLabel}
        controls={<Controls settings={declared} values={settings} change={change} />}
        progress={result ? progress(result) : ''}
        takeaway={takeaway(result, settings, props)}
        table={table(result, props)}
        recorded={recorded?.(props) ?? ''}
        link={{ query: toQuery(settings, start, fields) }}
        saves={declaration.saves}
      >
        <Picture {...{ settings, result, props }} />
      </LiveFrame>
    );
  }

  function Alive(props: Props) {
    const [store] = useState(() =>
      createExperimentStore({ settings: start, experiment, initial, reduce }, startExperimenter),
    );
    const state = useStore(store);
    useEffect(() => store.dispose, [store]);
    useLink(name, (query) => store.change(fromQuery(query, start, fields)));
    const change = (settings: ValuesOf<S>) => {
      store.change(settings);
      if (declaration.runsOnChange && store.getState().engine) store.run();
    };
    return <View state={state} actions={{ ...store, change }} props={props} />;
  }

  return defineOwnFigure({
    ...{ name, title, settings: declared, Component: Alive },
    otherQuery: toQuery(otherOf(declared), start, fields),
    still: ({ settings, ...example }: ExampleState<ValuesOf<S>, Result> & Props) => (
      <View
        state={{ ...idle, ...example, settings: { ...start, ...settings } } as State}
        actions={inert}
        props={example as unknown as Props}
      />
    ),
    notes: declaration.notes,
    examples: declaration.examples,
  });
}

interface ViewProps<State, Values, Props> {
  state: State;
  actions: ExperimentActions<Values>;
  props: Props;
}

const nothing = () => undefined;
const inert = { change: nothing, run: nothing, stop: nothing, reset: nothing };
