import { useState, type ReactNode } from 'react';

interface Props {
  /** What to drop or choose, in words. */
  children: ReactNode;
  add: (files: readonly File[]) => void;
}

/** A place where JSON files are dropped or chosen, several at once. */
export function FileDrop({ children, add }: Props) {
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={isOver ? 'file-drop over' : 'file-drop'}
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
        {children}{' '}
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
  );
}
