import { useState, type DragEvent, type ReactNode } from 'react';
import type { ClassifierActions } from '../createClassifier.ts';
import { draggedFrom } from './dragged.ts';
import { isPicture } from './opening/openPicture.ts';

const isCheckpoint = ({ name }: File) => /\.(pth|pt|safetensors)$/i.test(name);

/** Where a picture or a checkpoint may be dropped. */
export function DropPlace({
  actions,
  children,
}: {
  actions: ClassifierActions;
  children: ReactNode;
}) {
  const [isOver, setIsOver] = useState(false);
  const give = async (file: File) => {
    if (isCheckpoint(file) && !(await isPicture(file))) actions.change(file);
    else await actions.show(file, file.name);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (!file) void actions.showDragged(draggedFrom(event.dataTransfer));
    else void give(file);
  };
  return (
    <div
      className={`drop-place ${isOver ? 'over' : ''}`.trimEnd()}
      data-drop=""
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      {children}
    </div>
  );
}
