import type { ReactElement } from 'react';
import { PathsView } from '../../src/widgets/paths/Paths.tsx';

const nothing = () => undefined;

/** Every state of the paths that is worth seeing, and a sentence that must be in it. */
export const paths: Record<string, { element: ReactElement; says: string }> = {
  'the lesson’s table': {
    element: <PathsView blocks={10} scale={0.1} change={nothing} />,
    says: 'There are 1,024 paths',
  },
  '110 layers': {
    element: <PathsView blocks={54} scale={0.25} change={nothing} />,
    says: 'Veit et al.: most of it here',
  },
  'one block': {
    element: <PathsView blocks={1} scale={2} change={nothing} />,
    says: 'There are 2 paths',
  },
};
