import type { ComponentType, ReactElement } from 'react';
import { draw, type Examples, type Figure } from './figure.ts';
import { Guard } from './frame/Guard.tsx';

interface Declaration<Props, State> extends Pick<
  Figure,
  'name' | 'title' | 'settings' | 'otherQuery' | 'asks' | 'notes' | 'rehearse'
> {
  Component: ComponentType<Props>;
  /** The figure in a state, to be looked at. */
  still: (state: State) => ReactElement;
  examples: Examples<State>;
}

/** A figure whose component keeps its state itself, and puts `Frame` around itself. */
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
