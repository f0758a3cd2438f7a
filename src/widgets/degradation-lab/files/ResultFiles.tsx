import { day } from '../../../lib/format.ts';
import { FileDrop } from '../../../ui/controls/FileDrop.tsx';
import type { FileRun } from './addRuns.ts';

interface Props {
  files: readonly FileRun[];
  problems: readonly string[];
  add: (files: readonly File[]) => void;
  remove: () => void;
}

/** Where a class drops its result files; below, who ran on what. */
export function ResultFiles({ files, problems, add, remove }: Props) {
  return (
    <details className="result-files" open={files.length > 0 || problems.length > 0 || undefined}>
      <summary>Compare result files</summary>
      <FileDrop add={add}>
        Runs that others downloaded as JSON: drop the files here or choose them. Runs of equal
        settings are drawn together, as their mean and a band.
      </FileDrop>
      {problems.map((problem) => (
        <p key={problem} className="problem" role="alert">
          {problem}
        </p>
      ))}
      {files.length > 0 && (
        <>
          <ul className="fine">
            {files.map(({ from, record }) => (
              <li key={`${from} ${record.startedAt} ${record.config.recipe.seed}`}>
                {from}: seed {record.config.recipe.seed}, {record.step} of{' '}
                {record.config.recipe.steps} steps, {day(record.startedAt)}, {record.engine.device}
              </li>
            ))}
          </ul>
          <button type="button" onClick={remove}>
            Remove the files
          </button>
        </>
      )}
    </details>
  );
}
