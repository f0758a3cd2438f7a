import { RawPixels } from '../contract/rawPixels.ts';
import type { Surgery } from '../contract/surgery.ts';
import type {
  ClassifierDied,
  ClassifyCommand,
  ClassifyConfig,
  ClassifyEvent,
} from '../contract/classify.ts';
import { remedyIfRefused, sayDeath, watchWorker, type Death } from './watchWorker.ts';
import { wishedBackend } from './wishedBackend.ts';

/** The page's hold on one network that answers pictures. */
export interface Classifier {
  /** Asks what is in `picture`, which is transferred; the event that answers carries the same number. */
  classify(number: number, picture: ImageBitmap, surgery: Surgery): void;
  /** Asks about the last picture again, of the network after another surgery. */
  operate(number: number, surgery: Surgery): void;
  /** Asks where in the last picture a class is seen. */
  locate(number: number, classIndex: number, surgery: Surgery): void;
  /** Ends the worker at once; no more events follow. */
  dispose(): void;
}

/**
 * Starts a worker that loads a network once. One that ends or no longer answers is heard as `died`; one that
 * cannot be loaded, as `broken`. Nothing follows either.
 */
export function startClassifier(
  config: ClassifyConfig,
  onEvent: (event: ClassifyEvent | ClassifierDied) => void,
): Classifier {
  const thread = () =>
    new Worker(new URL('../workers/classify.worker.ts', import.meta.url), {
      type: 'module',
      name: 'classify',
    });
  const worker = watchWorker<ClassifyCommand, ClassifyEvent>(thread, {
    event(event) {
      if (event.type === 'ready') worker.settle();
      if (event.type === 'broken') worker.end();
      onEvent(event);
    },
    death: (death) => onEvent(explain(death)),
  });
  worker.send({ type: 'load', config: { ...config, backend: wishedBackend(config.backend) } });

  return {
    classify: (number, picture, surgery) =>
      worker.send({ type: 'classify', number, picture, surgery }, [
        picture instanceof RawPixels ? picture.rgba.buffer : picture,
      ]),
    operate: (number, surgery) => worker.send({ type: 'operate', number, surgery }),
    locate: (number, classIndex, surgery) =>
      worker.send({ type: 'locate', number, classIndex, surgery }),
    dispose: () => worker.end(),
  };
}

function explain(death: Death): ClassifyEvent | ClassifierDied {
  const message = sayDeath(death, 'The network');
  if (death.kind === 'refused') return { type: 'broken', message, remedy: remedyIfRefused };
  return death.kind === 'error' && !death.why
    ? {
        ...{ type: 'broken', message },
        remedy: 'Check your network connection and choose the picture again.',
      }
    : { type: 'died', message };
}
