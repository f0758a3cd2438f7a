/** A training run as it is drawn, kept on the device and recorded for the book: settings, engine, numbers. */
export interface RunRecord {
  /** ISO 8601 time at which the run started. */
  startedAt: string;
  engine: { backend: string; device: string; reason: string };
  settings: RunSettings;
  /** Steps finished, and the time they took in milliseconds without pauses and waits. */
  step: number;
  trainingMs: number;
  networks: NetworkRecord[];
}

/** What the reader chooses; the worker's configuration without addresses. */
export interface RunSettings {
  depths: number[];
  kinds: ('plain' | 'residual')[];
  width: number;
  pictureSize: number;
  batchSize: number;
  steps: number;
  learningRate: number;
  /** How many of the 50,000 training pictures are used: fewer are sooner fetched. */
  trainPictures: number;
  seed: number;
  evaluateEvery: number;
  testPictures: number;
}

export interface NetworkRecord {
  id: string;
  kind: 'plain' | 'residual';
  depth: number;
  parameters: number;
  /** Error of each training batch, 0 to 1; the first is step 1's. */
  trainErrors: number[];
  testErrors: { step: number; error: number }[];
  /** The step whose loss was not a number, if that happened: the network stopped there. */
  divergedAt?: number;
}
