import { draw } from '../webgl/draw.ts';
import { lines } from '../webgl/glsl.ts';
import type { Gpu } from '../webgl/gpu.ts';
import { joinPictures, splitPictures } from '../webgl/pictures.ts';
import { programs, type ProgramSpec } from '../webgl/programs.ts';
import { lanesOf, type Lanes, type Texels } from '../webgl/texels.ts';
import type { ConvInfo } from './convInfo.ts';

/** Of rows and columns. */
type Pair = readonly [number, number];

/** What the programs of a convolution and its gradients are written for. */
export type ConvolutionChoices = readonly [
  inLanes: Lanes,
  outLanes: Lanes,
  taps: Pair,
  strides: Pair,
];

export function choices(info: ConvInfo): ConvolutionChoices {
  const { inChannels, outChannels, filterHeight, filterWidth, strideHeight, strideWidth } = info;
  return [
    lanesOf(inChannels),
    lanesOf(outChannels),
    [filterHeight, filterWidth],
    [strideHeight, strideWidth],
  ];
}

/** Their uniforms: the input's and the output's sizes, padding above and to the left. A group is a texel's channels. */
export const sizeUniforms = {
  height: 'int',
  width: 'int',
  inGroups: 'int',
  outHeight: 'int',
  outWidth: 'int',
  outGroups: 'int',
  top: 'int',
  left: 'int',
} as const;

export function sizes(info: ConvInfo): Record<keyof typeof sizeUniforms, number> {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, padInfo } = info;
  return {
    height: inHeight,
    width: inWidth,
    inGroups: inChannels / lanesOf(inChannels),
    outHeight,
    outWidth,
    outGroups: outChannels / lanesOf(outChannels),
    top: padInfo.top,
    left: padInfo.left,
  };
}

type PictureChoices = readonly [...ConvolutionChoices, pictures: number, adds: boolean];

/**
 * Programs of which a fragment computes the same pixel of several pictures, which lie `apart` texels of
 * the input from each other, so that a tap is fetched once for all of them: fetches are what costs time.
 * The body sums the value of picture p, at texel k of the first picture, in the variable `sum` + p. If chosen, an
 * addend of the output's shape comes on top.
 */
export function picturePrograms(
  name: string,
  write: (...choices: PictureChoices) => { inputs: ProgramSpec['inputs']; body: string },
): (...choices: PictureChoices) => ProgramSpec {
  return programs((...choices: PictureChoices) => {
    const { inputs, body } = write(...choices);
    const pictures = choices[4];
    const adds = choices[5];
    return {
      name,
      inputs: { ...inputs, ...(adds && { addend: 4 }) },
      targets: pictures,
      uniforms: { ...sizeUniforms, apart: 'int', ...(adds && { outputsApart: 'int' }) },
      source: `
void main() {
  ${lines(pictures, (p) => `vec4 sum${p} = vec4(0.0);`)}
  ${body}
  ${lines(pictures, (p) => `target${p} = sum${p}${adds ? ` + addend(k + ${p} * outputsApart)` : ''};`)}
}`,
    };
  });
}

/**
 * Draws feature maps, `whole`, by one of `picturePrograms`.
 * @param input the maps that it reads, by their name in the program
 * @param taps the filter
 * @param addend as `whole`, of 4 lanes: added to it
 * @returns `whole`
 */
export function drawPictures(
  gpu: Gpu,
  write: ReturnType<typeof picturePrograms>,
  info: ConvInfo,
  input: Record<string, Texels>,
  taps: Texels,
  whole: Texels,
  addend?: Texels,
): Texels {
  const targets = splitPictures(gpu, whole, info.batchSize);
  const program = write(...choices(info), targets.length, addend !== undefined);
  const [maps] = Object.values(input) as [Texels];
  const apart = maps.count / targets.length;
  const outputsApart = whole.count / targets.length;
  const given = { ...input, taps, ...(addend && { addend }) };
  draw(gpu, program, given, targets, { ...sizes(info), apart, outputsApart });
  joinPictures(gpu, targets, whole);
  return whole;
}
