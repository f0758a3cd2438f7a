import { BlockDrawing } from '../../ui/network/BlockDrawing.tsx';
import type { Part, Press } from '../../ui/network/PartMark.tsx';
import { describe, parts, shapeIn, type PartId } from './parts.ts';

interface Props {
  language: string;
  lit: PartId[];
  setLit: (parts: PartId[]) => void;
}

const branch = ['conv1', 'bn1', 'relu1', 'conv2', 'bn2'] as const;
const label = 'The parts of the block';
const isValue = (id: PartId) => id === 'x' || id === 'shortcut';

/** Makes each part a button that lights up its lines. */
function pressing({ language, setLit }: Props): Press {
  return {
    label: (id) => describe([id as PartId], language),
    choose: (id) => setLit([id as PartId]),
  };
}

/** The block from input to output, beside its code. */
export function Drawing(props: Props) {
  const { language, lit } = props;
  // A part that is lit shows its shape inside: beside it there is no room that the shortcut leaves free.
  const box = (id: PartId): Part => ({
    ...{ id, name: parts[id].name, size: [42, 140], isValue: isValue(id) },
    lines: lit.includes(id) ? [shapeIn(language)] : [],
  });
  return (
    <BlockDrawing
      label={label}
      plan={{ direction: 'down', length: 474, line: 74, rise: 156, bend: 48, gap: 8 }}
      across={302}
      before={[box('x')]}
      branch={branch.map(box)}
      shortcut={[box('shortcut')]}
      after={[shapeOfSum(lit.includes('addition') ? shapeIn(language) : ''), box('relu2')]}
      lit={lit}
      press={pressing(props)}
      flows
    />
  );
}

/** A piece of the way from ⊕, with the sum's shape beside it, below the shortcut. */
function shapeOfSum(shape: string): Part {
  const content = (
    <>
      <path className="way out" d="M0 -11V11" />
      <text className="line after" x="12" dy="0.34em">
        {shape}
      </text>
    </>
  );
  return { id: 'shape', name: '', size: [22, 140], content };
}

/** The same lying down, for a narrow screen: it stays in sight below the lines. */
export function SmallDrawing(props: Props) {
  const box = (id: PartId): Part => {
    const { name } = parts[id];
    return { id, name, size: [7.2 * name.length + 9, isValue(id) ? 26 : 40], isValue: isValue(id) };
  };
  return (
    <BlockDrawing
      label={label}
      look="dense"
      plan={{ length: 344, line: 60, rise: 44, bend: 24 }}
      across={84}
      before={[{ ...box('x'), size: [28, 28] }]}
      branch={branch.map(box)}
      shortcut={[box('shortcut')]}
      after={[box('relu2')]}
      lit={props.lit}
      press={pressing(props)}
    />
  );
}
