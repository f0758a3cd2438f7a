/** The parts of a residual block's drawing, from the input to the output. */
export const partIds = [
  'x',
  'shortcut',
  'conv1',
  'bn1',
  'relu1',
  'conv2',
  'bn2',
  'addition',
  'relu2',
] as const;
export type PartId = (typeof partIds)[number];

interface Part {
  name: string;
  says: string;
}

export const parts: Record<PartId, Part> = {
  x: {
    name: 'x',
    says: 'The input: 2 pictures, 64 channels, 56 × 56 values each.',
  },
  shortcut: {
    name: 'shortcut',
    says: 'The input once more, under a second name. Nothing is computed or copied.',
  },
  conv1: {
    name: 'conv1',
    says: 'Each value sees its 3 × 3 neighbourhood in every channel. Padding 1 keeps the size.',
  },
  bn1: {
    name: 'bn1',
    says: 'Each channel is standardised, then scaled by γ and shifted by β.',
  },
  relu1: { name: 'ReLU', says: 'Negative values become 0.' },
  conv2: {
    name: 'conv2',
    says: 'The second 3 × 3 convolution: each value now sees 5 × 5 of x.',
  },
  bn2: {
    name: 'bn2',
    says: 'Each channel is standardised once more. What leaves it is F(x).',
  },
  addition: {
    name: 'addition',
    says: 'F(x) + x, number by number: the skip connection.',
  },
  relu2: { name: 'ReLU', says: 'Negative sums become 0. What leaves it is y.' },
};

/** What one line lights up: most light up one part, a line of this page's TypeScript several. */
export function findParts(lines: string[]): PartId[][] {
  let open: PartId[] = [];
  let depth = 0;
  let activations = 0;
  return lines.map((line) => {
    const code = line.replace(/\/\/.*|#.*/, '');
    // What stands between brackets that an earlier line opened belongs to that line.
    const found = depth > 0 ? open : partsOf(code, activations);
    if (/F\.relu/.test(code)) activations += 1;
    depth = Math.max(0, depth + balance(code));
    if (depth > 0) open = found;
    // The opening of a class or a method is closed far below.
    if (/[{:]\s*$/.test(code)) depth = 0;
    return found;
  });
}

function partsOf(code: string, activations: number): PartId[] {
  const has = (pattern: RegExp) => pattern.test(code);
  const found: Record<PartId, boolean> = {
    x: has(/forward\(\s*(self, )?x:/),
    shortcut: has(/\bidentity\b/),
    conv1: has(/\bconv1\b/),
    bn1: has(/\bbn1\b/),
    relu1: has(/bn1.*relu: true/) || (has(/F\.relu/) && activations === 0),
    conv2: has(/\bconv2\b/),
    bn2: has(/\bbn2\b/),
    addition: has(/\+ identity|add: identity/),
    relu2: has(/bn2.*relu: true/) || (has(/F\.relu/) && activations === 1),
  };
  return partIds.filter((part) => found[part]);
}

function balance(code: string): number {
  return (code.match(/\(/g)?.length ?? 0) - (code.match(/\)/g)?.length ?? 0);
}

/** The shape of every result of the running example: the block never changes it. */
export function shapeIn(language: string): string {
  return language === 'ts' ? '[2, 56, 56, 64]' : '[2, 64, 56, 56]';
}

/** What the chosen parts do, and the shape after them. */
export function describe(chosen: PartId[], language: string): string {
  if (chosen.length === 0) {
    return `Every result in the block has shape ${shapeIn(language)}. Point at a line, or at a part of the drawing.`;
  }
  const [only] = chosen;
  if (chosen.length === 1 && only) {
    return `${parts[only].name}. ${parts[only].says} Shape: ${shapeIn(language)}.`;
  }
  const names = chosen.map((part) => parts[part].name);
  return `One line for ${names.slice(0, -1).join(', ')} and ${names.at(-1)}. Shape after it: ${shapeIn(language)}.`;
}
