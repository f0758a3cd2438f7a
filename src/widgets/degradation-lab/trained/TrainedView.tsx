import type { NetworkConfig, RunConfig } from '../../../contract/runConfig.ts';
import { placesOf } from '../../../contract/trainedNetwork.ts';
import { unbroken } from '../../../lib/format.ts';
import { Slider } from '../../../ui/controls/Slider.tsx';
import { BlockMaps } from './BlockMaps.tsx';
import { ConfusionTable } from './ConfusionTable.tsx';
import {
  blockSentence,
  errorOf,
  isCurrent,
  lesionNote,
  lesionSentence,
  statusOf,
} from './describe.ts';
import { Filters } from './Filters.tsx';
import { LesionBars } from './LesionBars.tsx';
import { LesionSummary } from './LesionSummary.tsx';
import { PictureAnswer } from './PictureAnswer.tsx';
import { PyTorchDownloads } from './PyTorchDownloads.tsx';
import { noAnswers, type TrainedActions, type TrainedState } from './trainedStore.ts';

export interface TrainedViewProps {
  config: RunConfig;
  /** Those that can be opened. */
  networks: NetworkConfig[];
  /** After which the weights were taken. */
  step: number;
  state: TrainedState;
  actions: TrainedActions;
}

/** The trained networks of a run, one of them opened. */
export function TrainedView({ config, networks, step, state, actions }: TrainedViewProps) {
  const { chosen, phase, failure, engine } = state;
  return (
    <div className="trained-view" data-trained={phase}>
      <div className="trained-bar">
        <div className="buttons" role="group" aria-label="Which network">
          {networks.map((network) => (
            <button
              key={network.id}
              type="button"
              className={network.kind}
              aria-pressed={network.id === chosen?.id}
              onClick={() => actions.open(network)}
            >
              {network.id}
            </button>
          ))}
        </div>
        {chosen && <Status state={state} config={config} actions={actions} />}
      </div>
      <p className="fine live-line">
        {`Computed live on this device${engine ? `: ${engine.device}` : ''}, with the weights after training step ${step} of ${config.recipe.steps}.`}
      </p>
      {failure && (
        <p className="problem" role="alert">
          {failure.message} {failure.remedy}
        </p>
      )}
      {chosen && <Opened {...{ config, networks, state, actions }} network={chosen} />}
    </div>
  );
}

function Status({
  state,
  config,
  actions,
}: Pick<TrainedViewProps, 'state' | 'config' | 'actions'>) {
  const { chosen, phase, answers } = state;
  const own = answers[chosen?.id ?? ''] ?? noAnswers;
  const goOn = phase === 'failed' ? 'Try again' : 'Continue';
  return (
    <div className="buttons">
      <span className="status" data-trained-status="">
        {unbroken(statusOf(state, own, config.evaluation.pictures))}
      </span>
      {phase !== 'done' && (
        <button type="button" onClick={phase === 'busy' ? actions.stop : actions.goOn}>
          {phase === 'busy' ? 'Stop' : goOn}
        </button>
      )}
      {/* Seconds long: its end is announced, not every block. */}
      <span className="visually-hidden" role="status">
        {chosen && phase === 'done' && unbroken(lesionSentence(chosen, own))}
      </span>
    </div>
  );
}

type OpenedProps = Omit<TrainedViewProps, 'step'> & { network: NetworkConfig };

function Opened({ config, networks, network, state, actions }: OpenedProps) {
  const { picture, block, answers } = state;
  const own = answers[network.id] ?? noAnswers;
  const looked = isCurrent(own.looked, state) ? own.looked : null;
  const { pictures } = config.evaluation;
  const { pictureSize } = config.data;
  const whole = own.sorted && errorOf(own.sorted);
  return (
    <div className="opened">
      <div>
        <section aria-label="Remove one block">
          <h4>Remove one block: what is the test error then?</h4>
          <LesionBars
            {...{ network, whole }}
            lesions={own.lesions}
            chosen={block}
            choose={actions.choose}
          />
          <p className="fine">{unbroken(lesionNote(network))}</p>
          <Slider
            label="Block"
            value={block + 1}
            min={1}
            max={placesOf(network).length}
            format={(value) => `${value} of ${placesOf(network).length}`}
            onChange={(value) => actions.choose(value - 1)}
          />
          <p className="block-sentence">{unbroken(blockSentence(network, block, own))}</p>
        </section>
        <section aria-label="All networks">
          <h4>Which network misses a block more?</h4>
          <LesionSummary {...{ networks, answers }} />
        </section>
      </div>
      <div>
        <section aria-label="One test picture">
          <h4>What does block {block + 1} make of one test picture?</h4>
          <BlockMaps {...{ network, block, looked }} />
          <PictureAnswer
            {...{ picture, pictures, pictureSize, block, looked }}
            sorted={own.sorted}
            show={actions.show}
          />
        </section>
        <section aria-label="Filters">
          <h4>What does its first convolution look for?</h4>
          <Filters filters={own.filters} width={network.width} />
          <p className="fine">
            Its {network.width} filters of 3 × 3 pixels, as pictures: grey is a weight of 0, red a
            large weight for red.
          </p>
        </section>
      </div>
      <section aria-label="Confusions">
        <h4>Which classes does it confuse?</h4>
        <ConfusionTable {...{ network, pictures }} sorted={own.sorted} />
      </section>
      <section aria-label="PyTorch">
        <h4>Take it to PyTorch</h4>
        <PyTorchDownloads
          id={network.id}
          files={own.files?.picture === picture ? own.files : null}
        />
      </section>
    </div>
  );
}
