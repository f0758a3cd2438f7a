import { useState } from 'react';

interface Props {
  add: (files: readonly File[]) => void;
  /** Why files could not be read, a sentence each. */
  problems: readonly string[];
}

/** Where an instructor drops or chooses the files of a class. */
export function FilesToMark({ add, problems }: Props) {
  const [isOver, setOver] = useState(false);
  return (
    <>
      <div
        className="marking-drop"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          add([...event.dataTransfer.files]);
        }}
      >
        <label>
          Drop the files of your class here, or choose them:{' '}
          <input
            type="file"
            multiple
            accept=".json,application/json"
            onChange={({ target }) => {
              add([...(target.files ?? [])]);
              target.value = ''; // so that the same file can be chosen again
            }}
          />
        </label>
      </div>
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
