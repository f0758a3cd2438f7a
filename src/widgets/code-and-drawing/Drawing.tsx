import { BlockDrawing } from '../../ui/network/BlockDrawing.tsx';
import type { Part } from '../../ui/network/PartMark.tsx';
import { describe, parts, shapeIn, type PartId } from './parts.ts';

interface Props {
  language: string;
  lit: PartId[];
  setLit: (parts: PartId[]) => void;
}

const plan = { direction: 'down', length: 462, line: 74, rise: 156, bend: 48, gap: 8 } as const;
const branch = ['conv1', 'bn1', 'relu1', 'conv2', 'bn2'] as const;

/** The block from input to output. Each part is a button that lights up its lines. */
export function Drawing({ language, lit, setLit }: Props) {
  // A part that is lit shows its shape inside: beside it there is no room that the shortcut leaves free.
  const box = (id: PartId): Part => ({
    ...{ id, name: parts[id].name, size: [42, 140], isValue: id === 'x' || id === 'shortcut' },
    lines: lit.includes(id) ? [shapeIn(language)] : [],
  });
  return (
    <BlockDrawing
      label="The parts of the block"
      plan={plan}
      across={302}
      before={[box('x')]}
      branch={branch.map(box)}
      shortcut={[box('shortcut')]}
      after={[box('relu2')]}
      names={lit.includes('addition') ? { sum: shapeIn(language) } : {}}
      lit={lit}
      press={{
        label: (id) => describe([id as PartId], language),
        choose: (id) => setLit([id as PartId]),
      }}
    />
  );
}
