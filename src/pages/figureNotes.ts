import type { WidgetName } from '../widgets.ts';

/** What the lists of figures say of one. */
export interface FigureNote {
  /** For a reader who looks for it: what it shows, in a sentence. */
  shows: string;
  /** For an instructor: what to do, and what the room sees. */
  demonstrate: string;
  /** Whether it computes before the audience, and how long that takes. */
  takes: string;
  /** A state to open it in. */
  state?: { query: string; says: string };
}

const atOnce = 'Answers at once.';

/** Every figure in words. What takes seconds was timed in Chromium on two cores without a GPU. */
export const figureNotes: Record<WidgetName, FigureNote> = {
  'degradation-lab': {
    shows:
      'Train plain and residual networks of two depths side by side on CIFAR-10, and watch their training and test errors.',
    demonstrate:
      'Ask which of the four networks will have the lowest training error, then train them side by side.',
    takes:
      'A recorded run stands there at once. Trained live, the small size took 104 seconds without a GPU; the tiny one is the quickest. You can pause and restart.',
    state: { query: 'preset=tiny', says: 'the tiny size' },
  },
  'degradation-evidence': {
    shows:
      'The test error of a shallow and a deeper plain network: an illustration, the paper’s figure, and our own recorded run.',
    demonstrate:
      'Three pairs of a shallow and a deeper plain network: made up, from the paper, and measured here.',
    takes: 'Nothing is computed: the numbers are recorded or the paper’s.',
  },
  'learn-to-copy': {
    shows: 'A plain and a residual stack of layers learn nothing but to return their input.',
    demonstrate:
      'Two stacks are asked for nothing but a copy of their input. Train them and compare the pictures that come out.',
    takes: 'Trains live, in 9 seconds.',
    state: { query: 'blocks=16', says: '16 blocks in each stack' },
  },
  'block-machine': {
    shows:
      'Shrink the branch of a plain and of a residual block to nothing, and see what each still passes on.',
    demonstrate:
      'Run it once, then move the factor on the branch to zero: the residual block copies, the plain one shows nothing.',
    takes: 'Computes live, in a second; the factor then answers at once.',
    state: { query: 'factor=0', says: 'the factor at zero' },
  },
  'code-and-drawing': {
    shows:
      'The residual block as code and as a drawing: each line lights up the part that it makes.',
    demonstrate: 'Point at a line of PyTorch, and the part of the drawing that it makes lights up.',
    takes: atOnce,
  },
  'shape-workshop': {
    shows:
      'Set every number of a block and see the shapes that come out, or PyTorch’s message where they do not match.',
    demonstrate:
      'It opens with a block whose shapes do not match, and with PyTorch’s own message. Let the room mend it.',
    takes: atOnce,
  },
  'layer-histogram': {
    shows:
      'The values of one channel before and after batch normalisation, with the scale, the offset and the batch in your hands.',
    demonstrate:
      'Run it, then move γ and β, or make the batch smaller, and see the histogram follow.',
    takes: 'Computes live, in 2 seconds, and again at each change.',
    state: { query: 'batchSize=2', says: 'two pictures a batch' },
  },
  classifier: {
    shows:
      'A ResNet-34 names what is in a picture of yours, and shows what happens when blocks are removed from it.',
    demonstrate:
      'Take a photograph of the room, or one of the samples. Then remove a branch and ask again.',
    takes:
      'The network, 22 MB, comes once and is then kept by the browser. The large one, 87 MB, is fetched from another site, and only if you ask for it.',
    state: { query: 'picture=cat', says: 'the picture of a cat' },
  },
  'lesion-study': {
    shows: 'How many answers go wrong when one block at a time loses its branch or its shortcut.',
    demonstrate:
      'Which blocks could one do without? Compare removing branches with removing shortcuts.',
    takes: 'A recorded study stands there at once. Live, with 24 squares, it takes half a minute.',
  },
  paths: {
    shows:
      'The 2ⁿ paths through n blocks: how many there are of each length, and which carry the gradient.',
    demonstrate: 'Count the paths through 10 blocks, then through the 54 of ResNet-110.',
    takes: atOnce,
    state: { query: 'blocks=54&scale=0.25', says: '54 blocks' },
  },
  'gradient-thermometer': {
    shows:
      'The size of the gradient that reaches each block of a plain and of a residual network, before and after training.',
    demonstrate:
      'Measure how much of the gradient arrives at each block of a plain and of a residual network.',
    takes: 'Trains live, in 7 seconds; deeper networks take longer.',
    state: { query: 'depth=56', says: '56 layers' },
  },
  'depth-timeline': {
    shows: 'The errors of AlexNet, VGG and ResNet, by depth and by year.',
    demonstrate: 'AlexNet, VGG and ResNet by depth and by year.',
    takes: atOnce,
  },
};
