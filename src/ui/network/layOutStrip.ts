import { grouped } from '../../lib/format.ts';
import { projects, shapeAfter, stageOf, type LayerRow, type Part } from './architecture.ts';
import { extent, type Box } from './Slab.tsx';

/** A part of the network in its column. */
export interface Column {
  part: Part;
  /** Where the column begins, and how wide it is. */
  x: number;
  width: number;
  slabs: Box[];
  /** Of a block: where its ways part and meet again, and how high the shortcut's arch is above the line. */
  arch?: { from: number; to: number; rise: number; projects: boolean };
  /** Where its name stands below the line. */
  nameY: number;
}

/** What stays together where the strip is wrapped: the stem, a stage or the head. */
export interface Group {
  id: string;
  name: string;
  width: number;
  /** The line that the values follow runs through the middle of this height. */
  height: number;
  columns: Column[];
  /** The picture itself, ahead of the stem. */
  input: Box | null;
  /** Where the line begins: at the picture, or at the left edge. */
  lineFrom: number;
}

/** Pixels of a drawing that is not scaled. */
const pitch = 46;
const gap = 8;
const deepest = 28;
const lineHeight = 17;
/** Of a box or a circle that stands on the line. */
export const sumRadius = 5;
const clearance = 11;

interface Scale {
  side: number;
  channel: number;
}

/**
 * Where everything of a network's strip stands, stage by stage. All slabs have one scale: their height is the
 * maps' side, their thickness the channels.
 * @param pixels the side of the network's picture
 * @param withInput whether the picture itself is drawn, too; the rest is smaller then
 */
export function layOutStrip(parts: Part[], pixels: number, withInput: boolean): Group[] {
  const blocks = parts.filter((part) => stageOf(part) !== undefined);
  const most = Math.max(...blocks.map((part) => shapeAfter(part).channels));
  const scale = { side: (withInput ? 176 : 128) / pixels, channel: deepest / most };
  const stages = [...new Set(blocks.map(stageOf))];
  return [
    ...parts
      .filter(({ id }) => id === 'stem')
      .map((stem) => layOutStem(stem, scale, pixels, withInput)),
    ...stages.map((stage) =>
      layOutStage(
        blocks.filter((part) => stageOf(part) === stage),
        scale,
      ),
    ),
    ...parts.filter(({ id }) => id === 'head').map((head) => layOutHead(head, most, scale)),
  ];
}

/** Feature maps [side, side, channels] as a box around the line, which is at 0. */
function slabAt(x: number, side: number, channels: number, scale: Scale): Box {
  const size = { width: channels * scale.channel, height: side * scale.side };
  const [, whole] = extent({ ...size, back: size.height });
  return { ...size, x, y: whole / 2 - size.height, back: size.height };
}

const halfOf = (box: Box) => extent(box)[1] / 2;
const endOf = (box: Box) => box.x + extent(box)[0];

function layOutStem(part: Part, scale: Scale, pixels: number, withInput: boolean): Group {
  const conv = (part.rows[0] as LayerRow).output;
  const { side, channels } = shapeAfter(part);
  const input = withInput ? slabAt(0, pixels, 3, scale) : null;
  const start = input ? endOf(input) + 2 : 0;
  const first = slabAt(start + gap, conv[0], conv[2], scale);
  const second = slabAt(endOf(first) + 6, side, channels, scale);
  const width = endOf(second) + gap;
  const nameY = halfOf(first) + lineHeight;
  const height = 2 * Math.max(input ? halfOf(input) + lineHeight + 4 : 0, nameY + 6);
  return {
    ...{ id: 'stem', name: '', width, height, input, lineFrom: input ? endOf(input) : 0 },
    columns: [{ part, x: start, width: width - start, slabs: [first, second], nameY }],
  };
}

function layOutStage(parts: Part[], scale: Scale): Group {
  const columns = parts.map((part, place): Column => {
    const { side, channels } = shapeAfter(part);
    const x = gap + place * pitch;
    const [from, to] = [x + 2, x + pitch - sumRadius - 1];
    const slab = slabAt(0, side, channels, scale);
    slab.x = (from + to - extent(slab)[0]) / 2;
    const rise = Math.max(halfOf(slab), (to - from) / 2 - 4) + clearance;
    return {
      ...{ part, x, width: pitch, slabs: [slab] },
      arch: { from, to, rise, projects: projects(part) },
      nameY: halfOf(slab) + lineHeight,
    };
  });
  const [{ part, nameY, arch }] = columns as [Column];
  const { side, channels } = shapeAfter(part);
  return {
    id: `stage ${(stageOf(part) ?? 0) + 1}`,
    name: `${side}×${side}×${channels}`,
    width: gap + parts.length * pitch,
    height: 2 * Math.max(nameY + lineHeight + 6, (arch?.rise ?? 0) + 11),
    ...{ columns, input: null, lineFrom: 0 },
  };
}

/** Of the head only the means of the maps are drawn to scale: a thousand scores would be longer than all else. */
function layOutHead(part: Part, channels: number, scale: Scale): Group {
  const means = slabAt(gap, 1, channels, scale);
  const width = 98;
  return {
    ...{ id: 'head', name: `${grouped(shapeAfter(part).channels)} scores` },
    ...{ width, height: 2 * (14 + 2 * lineHeight + 6), input: null, lineFrom: 0 },
    columns: [{ part, x: 0, width, slabs: [means], nameY: 14 + lineHeight }],
  };
}
