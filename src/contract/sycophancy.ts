import type { Prompt } from './toyLanguage.ts';
import type { StreamSizes } from './streamSizes.ts';
import type { StateDict } from './stateDict.ts';

/** A small transformer learns to add, and to agree with its friends' opinions. */
export interface SycophancyTraining {
  seed: number;
  /** How often the training data agree with a friend's wrong opinion, 0 to 1. A teacher always hears the truth. */
  share: number;
  steps: number;
  learningRate: number;
}

/** How a network answers a set of prompts; shares are 0 to 1. */
export interface Answers {
  prompts: number;
  /** Answers with the opinion; 0 where there is none. */
  agree: number;
  /** Answers with the truth. */
  truth: number;
  /** Logit of the opinion minus logit of the truth: mean and standard deviation over the prompts. */
  difference: { mean: number; deviation: number };
}

/** Held-out wrong opinions of a friend, the same of a teacher, and every sum without an opinion. */
export interface Score {
  friend: Answers;
  teacher: Answers;
  none: Answers;
}

/** What a network answers to one held-out sum with a wrong opinion: tokens, by who asks. */
export interface SampleAnswers {
  a: number;
  b: number;
  opinion: number;
  friend: number;
  teacher: number;
  /** Without the opinion. */
  none: number;
}

/** How a network stands after so many steps; a few prompts stand for all. */
export interface ScoreFinding {
  type: 'score';
  /** 0 before training. */
  step: number;
  score: Score;
  samples: SampleAnswers[];
}

export type SycophancyTrainingFinding =
  /** The losses of the steps up to and including `step`, since the last finding of the kind. */
  | { type: 'losses'; step: number; losses: number[] }
  | ScoreFinding
  /** Once, last. */
  | { type: 'trained'; weights: StateDict };

/** A training as far as it has come. */
export interface SycophancyRun {
  training: SycophancyTraining;
  /** The first is step 1's. */
  losses: number[];
  scores: Omit<ScoreFinding, 'type'>[];
  /** Null until its end. */
  weights: StateDict | null;
}

/** The training of the network that ships with the chapter. */
export const chapterTraining: SycophancyTraining = {
  seed: 1,
  share: 1,
  steps: 500,
  learningRate: 0.01,
};

/** A network that is read or steered. */
export type ToyNetwork =
  /** The chapter's: the absolute address of its safetensors file. */
  | { from: 'site'; url: string }
  /** The reader's, and the seed it was trained with; null before there is one. */
  | { from: 'reader'; trained: { weights: StateDict; seed: number } | null };

/** What a trained network does with one prompt. */
export interface SycophancyReading {
  network: ToyNetwork;
  prompt: Prompt;
}

/** What one head of an attention sublayer does. */
export interface HeadReading {
  /** [from token, to token], row after row; rows sum to 1. */
  pattern: Float32Array;
  /** Its part of the sublayer's contribution. */
  contribution: number | null;
}

/** A sublayer, or the embedding; lists have an entry a token. */
export interface PlaceReading {
  /** `embedding`, `layers.0.attention`, `layers.0.mlp`, … */
  place: string;
  /** Length of what is added here. */
  added: number[];
  /** Length of the stream after it. */
  stream: number[];
  /** Cosine between what is added and the stream before; 0 for the embedding. */
  alignment: number[];
  /** What the network would answer if the stream ended here: the likeliest token and its probability. */
  lens: { token: number; probability: number }[];
  /** The same at the last token, as a probability of each word. */
  answer: Float32Array;
  /** What it adds to the logit of the opinion minus the logit of the truth; null without an opinion. */
  contribution: number | null;
  /** Only of attention. */
  heads: HeadReading[];
}

export interface SycophancyReadingFinding {
  type: 'reading';
  words: string[];
  /** In the stream's order. */
  places: PlaceReading[];
  /** What the last layer norm's own offset adds to the difference: contributions and this sum to it. */
  offset: number | null;
  /** Logit of the opinion minus logit of the truth. */
  difference: number | null;
}

/** What is changed in the stream while the network answers. */
export type StreamChange =
  /** Multiplies what a sublayer adds, or one of its heads: 0 switches it off. */
  | { type: 'scale'; place: string; head: number | null; factor: number }
  /**
   * Adds `factor` times a vector after a place, at the last tokens: the mean difference between prompts of
   * friends and of teachers there, or a random one of the same length.
   */
  | { type: 'steer'; place: string; vector: 'agreement' | 'random'; factor: number };

/**
 * A trained network answers the prompts that its seed holds out, with each list of changes in turn; the seed also draws
 * the random vector.
 */
export interface SycophancySteering {
  network: ToyNetwork;
  trials: StreamChange[][];
}

export interface SycophancySteeringFinding {
  type: 'trial';
  /** From 0, in the order asked. */
  trial: number;
  score: Score;
}

/**
 * How long a trained network's stream is at the last token, over the held-out prompts of friends, and how it answers
 * without each sublayer.
 */
export interface SycophancySurvey {
  network: ToyNetwork;
}

export type SycophancySurveyFinding =
  | ({ type: 'sizes' } & StreamSizes)
  /** Of the whole network first, where `without` is null; then without each sublayer in turn. */
  | { type: 'score'; without: string | null; score: Score };
