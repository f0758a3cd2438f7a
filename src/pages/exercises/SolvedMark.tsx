import { exercises } from './exerciseContent.tsx';

/** Where page/exercises/followProgress.ts says how many of a lesson's exercises are solved. */
export function SolvedMark({ lesson }: { lesson: string }) {
  const ids = exercises.filter((exercise) => exercise.lesson === lesson).map(({ id }) => id);
  if (ids.length === 0) return null;
  return <span className="solved-mark" data-exercises={ids.join(' ')} />;
}
