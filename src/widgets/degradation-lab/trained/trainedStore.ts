import { createStore } from 'zustand/vanilla';
import type { Checkpoint } from '../../../contract/checkpoint.ts';
import type { EngineInfo } from '../../../contract/engine.ts';
import type { ExperimentEvent, Finding } from '../../../contract/experiments.ts';
import type { NetworkConfig, RunConfig } from '../../../contract/runConfig.ts';
import {
  placesOf,
  type Lesion,
  type Looked,
  type PyTorchFiles,
  type Sorted,
  type TrainedQuestion,
} from '../../../contract/trainedNetwork.ts';
import type { startExperimenter } from '../../../runtime/experimentClient.ts';

/** What one network has answered so far. */
export interface Answers {
  filters: Float32Array[] | null;
  sorted: Sorted | null;
  looked: Looked | null;
  /** Of the first blocks, in their order. */
  lesions: Lesion[];
  files: PyTorchFiles | null;
}

export interface TrainedState {
  /** The network that is open. */
  chosen: NetworkConfig | null;
  /** The test picture and the block that are looked at, from 0. */
  picture: number;
  block: number;
  /** By the network's id. */
  answers: Record<string, Answers>;
  phase: 'idle' | 'busy' | 'done' | 'stopped' | 'failed';
  waitingFor: Extract<ExperimentEvent, { type: 'waiting' }>['for'] | null;
  /** Of the question that is being answered, so many test pictures are done. */
  tested: number;
  engine: EngineInfo | null;
  failure: { message: string; remedy: string } | null;
}

/** What the reader can do. */
export interface TrainedActions {
  open(network: NetworkConfig): void;
  show(picture: number): void;
  choose(block: number): void;
  stop(): void;
  /** After a stop or a failure. */
  goOn(): void;
}

export const nothingOpen: TrainedState = {
  ...{ chosen: null, picture: 0, block: 0, answers: {}, phase: 'idle' },
  ...{ waitingFor: null, tested: 0, engine: null, failure: null },
};

export const noAnswers: Answers = {
  ...{ filters: null, sorted: null, looked: null, lesions: [], files: null },
};

/** The networks of a run whose weights a checkpoint has. */
export function openable({ networks }: RunConfig, checkpoint: Checkpoint): NetworkConfig[] {
  return networks.filter((_, index) => {
    const kept = checkpoint.networks[index];
    return kept !== undefined && !kept.diverged && kept.values.length > 0;
  });
}

/** The state of a run's trained networks, and what the reader can do with them. */
export function createTrainedStore(
  config: RunConfig,
  checkpoint: Checkpoint,
  start: typeof startExperimenter,
) {
  const store = createStore<TrainedState>(() => nothingOpen);
  let experimenter: ReturnType<typeof start> | null = null;
  /** The network that the running experiment is about. */
  let asked = '';

  const hear = (event: ExperimentEvent) => {
    switch (event.type) {
      case 'waiting':
        return store.setState({ waitingFor: event.for });
      case 'engine': {
        const { backend, device, reason } = event;
        return store.setState({ engine: { backend, device, reason } });
      }
      case 'finding': {
        const finding = event.finding as Finding<'trainedNetwork'>;
        if (finding.type === 'tested')
          return store.setState({ waitingFor: null, tested: finding.pictures });
        const { answers } = store.getState();
        const before = answers[asked] ?? noAnswers;
        const after = withFinding(before, finding);
        return store.setState({
          waitingFor: null,
          tested: 0,
          answers: { ...answers, [asked]: after },
        });
      }
      case 'done': {
        const phase = missing(store.getState()).length > 0 ? 'stopped' : 'done';
        return store.setState({ phase, waitingFor: null });
      }
      case 'failed': {
        const { message, remedy } = event;
        // The worker may be dead.
        experimenter?.dispose();
        experimenter = null;
        const failure = { message, remedy };
        return store.setState({ phase: 'failed', waitingFor: null, failure });
      }
    }
  };

  /** Asks what is not known yet of the open network; what runs is replaced. */
  const ask = () => {
    const { chosen, phase } = store.getState();
    if (!chosen) return;
    const asks = missing(store.getState());
    if (asks.length === 0) {
      if (phase === 'busy') experimenter?.stop();
      else store.setState({ phase: 'done', failure: null });
      return;
    }
    asked = chosen.id;
    const index = config.networks.findIndex(({ id }) => id === asked);
    store.setState({ phase: 'busy', failure: null });
    experimenter ??= start('auto', hear);
    experimenter.run({
      ...{ name: 'trainedNetwork', network: chosen, asks },
      values: checkpoint.networks[index]?.values ?? [],
      pictures: config.evaluation.pictures,
      pictureSize: config.data.pictureSize,
    });
  };

  return {
    ...store,
    open(network: NetworkConfig) {
      const { block } = store.getState();
      const last = placesOf(network).length - 1;
      store.setState({ chosen: network, block: Math.min(block, last) });
      ask();
    },
    show(picture: number) {
      store.setState({ picture });
      ask();
    },
    choose(block: number) {
      store.setState({ block });
      ask();
    },
    stop: () => experimenter?.stop(),
    goOn: ask,
    /** Shows what another window's store had answered; what it was still computing is lost. */
    takeOver(state: TrainedState) {
      const phase = state.phase === 'busy' ? 'stopped' : state.phase;
      store.setState({ ...state, phase, waitingFor: null });
    },
    dispose() {
      experimenter?.dispose();
      experimenter = null;
    },
  };
}

/** What is not known of the open network, the quickest first. */
function missing({ chosen, picture, block, answers }: TrainedState): TrainedQuestion[] {
  if (!chosen) return [];
  const { sorted, looked, lesions, files } = answers[chosen.id] ?? noAnswers;
  const places = placesOf(chosen);
  const place = places[block] as string;
  const isLooked = looked?.picture === picture && looked.place === place;
  return [
    ...(isLooked ? [] : [{ about: 'picture', picture, place } as const]),
    ...(sorted ? [] : [{ about: 'network' } as const]),
    ...(files?.picture === picture ? [] : [{ about: 'files', picture } as const]),
    ...(lesions.length === places.length
      ? []
      : [{ about: 'lesions', from: lesions.length } as const]),
  ];
}

function withFinding(
  answers: Answers,
  finding: Exclude<Finding<'trainedNetwork'>, { type: 'tested' }>,
): Answers {
  switch (finding.type) {
    case 'filters':
      return { ...answers, filters: finding.filters };
    case 'sorted':
      return { ...answers, sorted: finding };
    case 'looked':
      return { ...answers, looked: finding };
    case 'lesion':
      return { ...answers, lesions: [...answers.lesions, finding] };
    case 'files':
      return { ...answers, files: finding };
  }
}
