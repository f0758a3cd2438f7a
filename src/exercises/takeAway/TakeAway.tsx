import { useState } from 'react';
import type { CodeExercise } from '../../contract/exercises.ts';

interface Props {
  exercise: CodeExercise;
  code: string;
}

/** Downloads the exercise with the reader's code, for PyTorch on their own computer. */
export function TakeAway({ exercise, code }: Props) {
  const [said, say] = useState('');
  const save = (as: 'notebook' | 'pytest') =>
    void import('./saveExercise.ts').then(
      ({ saveExercise }) => {
        saveExercise(exercise, code, as);
        say('The file has your code and the checks.');
      },
      () => say('The file could not be made: are you offline? Reload the page and try again.'),
    );
  return (
    <p className="take-away">
      <span>For PyTorch on your computer:</span>
      <button type="button" className="quiet" onClick={() => save('notebook')}>
        Notebook
      </button>
      <button type="button" className="quiet" onClick={() => save('pytest')}>
        Python with tests
      </button>
      <span role="status">{said}</span>
    </p>
  );
}
