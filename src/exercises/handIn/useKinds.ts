import { useEffect, useState } from 'react';
import type { Exercise, ExerciseKind } from '../../contract/exercises.ts';
import type { Kind } from '../kind.ts';
import { kinds } from '../kinds.ts';

export type Kinds = Partial<Record<ExerciseKind, Kind>>;

/** The kinds of these exercises, as soon as their scripts are here. */
export function useKinds(exercises: Exercise[]): Kinds {
  const names = [...new Set(exercises.map(({ kind }) => kind))].sort().join(' ');
  const [loaded, setLoaded] = useState<Kinds>({});
  useEffect(() => {
    for (const name of names.split(' ').filter(Boolean) as ExerciseKind[])
      void kinds[name]?.().then(({ default: kind }) =>
        setLoaded((before) => ({ ...before, [name]: kind })),
      );
  }, [names]);
  return loaded;
}
