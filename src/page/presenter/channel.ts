import { presentingChannel, type Presenting } from '../../contract/presenting.ts';

/** How a window of a presentation talks with the others. */
export interface Channel {
  /** False where the browser links no windows: then nothing is heard, and what is posted is lost. */
  isOpen: boolean;
  post(message: Presenting): void;
  hear(onMessage: (message: Presenting) => void): void;
}

/** Joins the presentation of this browser. */
export function openChannel(): Channel {
  try {
    const channel = new BroadcastChannel(presentingChannel);
    return {
      isOpen: true,
      post: (message) => channel.postMessage(message),
      hear: (onMessage) =>
        channel.addEventListener('message', ({ data }) => onMessage(data as Presenting)),
    };
  } catch {
    return { isOpen: false, post: () => undefined, hear: () => undefined };
  }
}
