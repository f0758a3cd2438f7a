import type { ComponentType, ReactElement } from 'react';
import { draw, type Examples, type Figure } from './figure.ts';
import { Guard } from './Guard.tsx';

interface Declaration<Props, State> {
  name: string;
  title: string;
  Component: ComponentType<Props>;
  otherQuery: string;
  /** The figure in a state, to be looked at. */
  still: (state: State) => ReactElement;
  examples: Examples<State>;
}

/** A figure with a state of its own making; it puts `Frame` around itself. */
export function defineOwnFigure<Props extends object, State>({
  Component,
  still,
  examples,
  ...declaration
}: Declaration<Props, State>): Figure {
  return {
    ...declaration,
    Component: (props: Props) => (
      <Guard title={declaration.title}>
        <Component {...props} />
      </Guard>
    ),
    examples: () => draw(examples, still),
  };
}
