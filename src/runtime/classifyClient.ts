import { RawPixels } from '../contract/rawPixels.ts';
import type { Surgery } from '../contract/surgery.ts';
import type { ClassifyCommand, ClassifyConfig, ClassifyEvent } from '../contract/classify.ts';

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

/** Starts a worker that loads a network once. A dead worker is heard as `broken`. */
export function startClassifier(
  config: ClassifyConfig,
  onEvent: (event: ClassifyEvent) => void,
): Classifier {
  const worker = new Worker(new URL('../workers/classify.worker.ts', import.meta.url), {
    type: 'module',
    name: 'classify',
  });
  const send = (command: ClassifyCommand, transfer: Transferable[] = []) =>
    worker.postMessage(command, transfer);

  worker.addEventListener('message', ({ data }: MessageEvent<ClassifyEvent>) => {
    onEvent(data);
    if (data.type === 'broken') worker.terminate();
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    worker.terminate();
    onEvent({
      type: 'broken',
      message: event.message
        ? `The network stopped unexpectedly: ${event.message}.`
        : 'The engine could not be loaded.',
      remedy: 'Check your network connection and choose the picture again.',
    });
  });
  send({ type: 'load', config });

  return {
    classify: (number, picture, surgery) =>
      send({ type: 'classify', number, picture, surgery }, [
        picture instanceof RawPixels ? picture.rgba.buffer : picture,
      ]),
    operate: (number, surgery) => send({ type: 'operate', number, surgery }),
    locate: (number, classIndex, surgery) => send({ type: 'locate', number, classIndex, surgery }),
    dispose: () => worker.terminate(),
  };
}
