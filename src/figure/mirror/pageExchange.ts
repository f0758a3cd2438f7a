import { presentedAs, presentingChannel, type Presenting } from '../../contract/presenting.ts';
import { newId } from '../../runtime/tab.ts';
import { createExchange } from './exchange.ts';

let ours: ReturnType<typeof createExchange> | undefined;

/** This page's part in what the windows of a presentation tell each other about figures. */
export function exchange(): ReturnType<typeof createExchange> {
  ours ??= open();
  return ours;
}

function open() {
  let broadcast: BroadcastChannel | undefined;
  let listener: (message: Presenting) => void = () => undefined;
  const connect = () => {
    broadcast = new BroadcastChannel(presentingChannel);
    broadcast.onmessage = ({ data }: MessageEvent<Presenting>) => listener(data);
  };
  const me = { id: newId(), as: presentedAs() ?? 'mirror', since: Date.now() };
  const created = createExchange(
    {
      post: (message) => broadcast?.postMessage(message),
      hear: (hear) => void (listener = hear),
    },
    me,
  );
  connect();
  created.open();
  addEventListener('pagehide', () => {
    created.close();
    broadcast?.close();
    broadcast = undefined;
  });
  // A page that was kept and comes back.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    connect();
    created.open();
  });
  return created;
}
