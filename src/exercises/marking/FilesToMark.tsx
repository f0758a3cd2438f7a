import { FileDrop } from '../../ui/controls/FileDrop.tsx';

interface Props {
  add: (files: readonly File[]) => void;
  /** Why files could not be read, a sentence each. */
  problems: readonly string[];
}

/** Where an instructor drops or chooses the files of a class. */
export function FilesToMark({ add, problems }: Props) {
  return (
    <>
      <FileDrop add={add}>Drop the files of your class here, or choose them:</FileDrop>
      <div role="alert">
        {problems.map((problem, index) => (
          <p key={index} className="problem">
            {problem}
          </p>
        ))}
      </div>
    </>
  );
}
