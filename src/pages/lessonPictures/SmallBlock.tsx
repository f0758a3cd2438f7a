import { BlockDrawing } from '../../ui/network/BlockDrawing.tsx';
import { height, width } from './size.ts';

interface Props {
  layers: number;
  /** Of each layer: [along the flow, across it]. */
  box: [along: number, across: number];
  length?: number;
  /** What the branch is multiplied by. */
  factor?: number;
  hasRelu?: boolean;
}

/** The block of the whole chapter without its words. */
export function SmallBlock({ layers, box, length = width, factor = 1, hasRelu = false }: Props) {
  const part = (id: string) => ({ id, name: '', size: box });
  return (
    <BlockDrawing
      look="medium"
      plan={{ length, line: 70, rise: 46, bend: 30, gap: 3 }}
      across={height}
      branch={Array.from({ length: layers }, (_, i) => part(`layer ${i}`))}
      shortcut={[]}
      after={hasRelu ? [part('relu')] : []}
      factor={factor}
    />
  );
}
