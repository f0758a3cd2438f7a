import type { ComponentType } from 'react';
import type { Tools } from './tools/FigureTools.tsx';
import { defineOwnFigure } from './defineOwnFigure.tsx';
import type { Examples, Figure, Notes } from './figure.ts';
import { Bar, Frame } from './frame/Frame.tsx';
import { useMirrored } from './mirror/useMirrored.ts';
import { fromQuery, toQuery } from './settings/link.ts';
import { PredictionBox } from './prediction/PredictionBox.tsx';
import { asksOf, usePrediction, type Prediction } from './prediction/predictions.ts';
import { Presets, type Preset } from './settings/Presets.tsx';
import {
  agrees,
  Controls,
  fieldsOf,
  otherOf,
  startOf,
  type Settings,
  type ValuesOf,
} from './settings/settings.tsx';
import { toCsv, type Table } from './tools/table.ts';
import { Takeaway, type Callout } from './frame/Takeaway.tsx';
import { useLink } from './settings/useLink.ts';
import { DataTable } from './tools/DataTable.tsx';

/** What a picture is given: the settings, a way to change some of them, and the props that the lesson gives. */
export interface PictureProps<Values, Props = object> {
  settings: Values;
  change: (part: Partial<Values>) => void;
  props: Props;
}

/** The figure in given states: what is not said is as it starts. */
export type FigureExamples<Values, Props = object> = Record<
  string,
  ExampleState<Values> & Props & { says: string }
>;

interface ExampleState<Values> {
  settings?: Partial<Values>;
}

/** A figure whose picture follows from its settings at once. */
interface Declaration<S extends Settings, Props extends object> {
  name: string;
  title: string;
  level?: 2;
  settings: S;
  /** Settings to start from, a button each. */
  presets?: { label: string; presets: Preset<ValuesOf<S>>[] };
  Picture: ComponentType<PictureProps<ValuesOf<S>, Props>>;
  /** What the picture shows, in a sentence or two. Absent where the picture says so itself. */
  takeaway?: (settings: ValuesOf<S>, props: Props) => string | Callout;
  /** Asked before the reader looks: their choice sets the controls, and the picture answers. */
  prediction?: Prediction<ValuesOf<S>, { settings: ValuesOf<S>; props: Props }>;
  /** The numbers (null while the settings make no sense), and where they come from. */
  table?: (settings: ValuesOf<S>, props: Props) => Table | null;
  source?: string;
  /** What the numbers take for granted, where they are those of a model: behind a label that says so. */
  model?: string;
  /** As what the picture can be saved. */
  saves?: Tools['picture'];
  notes: Notes;
  examples: Examples<ExampleState<ValuesOf<S>> & Props>;
}

/** A figure that needs no experiment: settings in, picture, sentence and table out. */
export function defineFigure<S extends Settings, Props extends object = object>(
  declaration: Declaration<S, Props>,
): Figure {
  const { name, title, settings: declared } = declaration;
  const [start, fields] = [startOf(declared), fieldsOf(declared)];

  /** The figure as it looks for given settings. */
  function View({ settings, change, props }: PictureProps<ValuesOf<S>, Props>) {
    const { Picture, presets, takeaway, prediction, table, source = '', saves } = declaration;
    const { model } = declaration;
    const numbers = table?.(settings, props);
    const isPredicted = prediction && agrees(settings, prediction.settings);
    const predicting = usePrediction(
      name,
      isPredicted ? prediction.outcome({ settings, props }) : null,
    );
    return (
      <Frame
        name={name}
        title={title}
        source={model === undefined ? undefined : { kind: 'model', label: 'A model', text: model }}
        level={declaration.level}
        tools={{
          link: { query: toQuery(settings, start, fields) },
          picture: saves,
          ...(Object.keys(declared).length > 0 && { reset: () => change(start) }),
          ...(numbers && { csv: () => toCsv(numbers, source) }),
          ...(table && { children: <DataTable table={numbers ?? null} /> }),
        }}
      >
        <div className="figure-picture">
          <Picture {...{ settings, change, props }} />
        </div>
        {hasControls(declaration) && (
          <Bar>
            <Controls settings={declared} values={settings} change={change}>
              {presets && <Presets {...presets} settings={settings} change={change} />}
            </Controls>
          </Bar>
        )}
        {takeaway && <Takeaway>{takeaway(settings, props)}</Takeaway>}
        {prediction && (
          <PredictionBox {...prediction} {...predicting} change={change} look={false} next="" />
        )}
      </Frame>
    );
  }

  function Alive(props: Props) {
    const { value: settings, set, setHere, get } = useMirrored(name, start);
    useLink(name, (query) => setHere(fromQuery(query, start, fields)));
    const change = (part: Partial<ValuesOf<S>>) => set({ ...get(), ...part });
    return <View {...{ settings, change, props }} />;
  }

  return defineOwnFigure({
    ...{ name, title, settings: declared, Component: Alive },
    otherQuery: toQuery(otherOf(declared), start, fields),
    asks: asksOf(declaration.prediction),
    still: ({ settings, ...props }: ExampleState<ValuesOf<S>> & Props) => (
      <View
        settings={{ ...start, ...settings }}
        change={() => undefined}
        props={props as unknown as Props}
      />
    ),
    notes: declaration.notes,
    examples: declaration.examples,
  });
}

function hasControls({ settings, presets }: { settings: Settings; presets?: object }): boolean {
  return presets !== undefined || Object.values(settings).some(({ control }) => control);
}
