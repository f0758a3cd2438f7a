import type { Mirroring, Peer } from '../../contract/mirroring.ts';
import type { Presenting } from '../../contract/presenting.ts';
import type { Mirrored } from './mirrored.ts';

/** How windows reach each other; a window never hears itself. */
export interface Channel {
  post(message: Mirroring): void;
  hear(listener: (message: Presenting) => void): void;
}

/** A figure's place among the windows. */
export interface Tie {
  /** Does what a reader asks for, in the window that owns the figure. */
  act(action: string, args: unknown[]): void;
  isFollower(): boolean;
  leave(): void;
}

/** A figure of this window. */
interface Joined {
  figure: Mirrored;
  /** Asked for while the owner was looked for. */
  queue: [action: string, args: unknown[]][];
  hasBegun: boolean;
  /** What was last told; null before. */
  told: { state: object; after: Joined['after'] } | null;
  /** By window, its last action that was done here. */
  after: Record<string, number>;
  /** Of this window's own actions elsewhere. */
  number: number;
  /** Telling takes time, and may take no more than a share of it. */
  notBefore: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

interface Heard {
  state: object;
  after: Record<string, number>;
}

/** How long a window waits for an owner to answer before it takes the figures itself, in milliseconds. */
const patience = { audience: 300, mirror: 700 };
/** A follower asks an owner that has been silent for so long whether it is there. */
const askAfterMs = 2000;
/** One that has not answered by then is gone. */
const goneAfterMs = 4500;
/** An owner answers a newcomer at once; one that does not has crashed. */
const answerWithinMs = 100;
/** What a state costs to tell, times this, passes before the next: long runs are drawn no less smoothly. */
const restPerCost = 8;

/** Whether one window owns the figures rather than another: the audience's before mirrors, the older before the newer. */
function outranks(one: Peer, other: Peer): boolean {
  if (one.as !== other.as) return one.as === 'audience';
  return one.since === other.since ? one.id < other.id : one.since < other.since;
}

/**
 * The figures of one window and those of the others: each figure runs in one window and is shown in all. Where the
 * owner leaves or falls silent, another window goes on with what it showed.
 * @param now in milliseconds
 */
export function createExchange(channel: Channel, me: Peer, now = () => performance.now()) {
  /** Null while it is looked for. */
  let owner: Peer | null = null;
  let heardAt = 0;
  /** Whether the owner has not answered the newest question. */
  let isSilent = false;
  let isClosed = false;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let doubting: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setInterval> | undefined;
  const figures = new Map<string, Joined>();
  /** What other windows' figures show. */
  const heard = new Map<string, Heard>();
  /** Asked for before the figure was there. */
  const early: Extract<Mirroring, { type: 'act' }>[] = [];

  const isMine = () => owner?.id === me.id;

  const look = () => {
    owner = null;
    clearTimeout(settling);
    clearTimeout(doubting);
    channel.post({ type: 'who', from: me });
    channel.post({ type: 'ask' });
    settling = setTimeout(own, patience[me.as]);
  };

  /** Nobody else does. */
  const own = () => {
    owner = me;
    channel.post({ type: 'owner', from: me });
    for (const name of figures.keys()) ownFigure(name);
  };

  const ownFigure = (name: string) => {
    const joined = figures.get(name) as Joined;
    const before = heard.get(name);
    heard.delete(name);
    if (before) joined.figure.takeOver(before.state);
    else if (!joined.hasBegun) joined.figure.begin();
    joined.hasBegun = true;
    for (const [action, args] of joined.queue.splice(0)) run(joined, action, args);
    tell(name, true);
    for (const act of early.splice(0)) hearAct(act);
  };

  const follow = (peer: Peer) => {
    const wasMine = isMine();
    owner = peer;
    heardAt = Date.now();
    clearTimeout(settling);
    for (const [name, joined] of figures) {
      if (wasMine) joined.figure.retire();
      // Another owner has not done any of this window's actions.
      joined.number = 0;
      joined.hasBegun = true;
      for (const [action, args] of joined.queue.splice(0)) pass(name, action, args);
    }
    channel.post({ type: 'ask' });
  };

  /** What changed since the last time; all of it where `isWhole`. */
  const tell = (name: string, isWhole = false) => {
    const joined = figures.get(name);
    if (!joined || !isMine()) return;
    const wait = joined.notBefore - now();
    if (wait > 0 && !isWhole) {
      joined.timer ??= setTimeout(() => {
        joined.timer = undefined;
        tell(name);
      }, wait);
      return;
    }
    const started = now();
    const { figure, told, after } = joined;
    const current = figure.getState();
    const state = isWhole || !told ? current : changed(told.state, current);
    if (state !== current && told?.after === after && Object.keys(state).length === 0) return;
    joined.told = { state: current, after };
    try {
      channel.post({ type: 'figure', from: me.id, figure: name, state, after });
    } catch (error) {
      console.warn(`The state of ${name} cannot be told to the other windows.`, error);
    }
    const ended = now();
    joined.notBefore = ended + restPerCost * (ended - started);
  };

  const run = ({ figure }: Joined, action: string, args: unknown[]) =>
    figure.actions[action]?.(...(args as never[]));

  /** Has another window do it; what must not wait for the way there and back is shown at once. */
  const pass = (name: string, action: string, args: unknown[]) => {
    const joined = figures.get(name) as Joined;
    joined.figure.ahead[action]?.(...(args as never[]));
    const number = ++joined.number;
    channel.post({ type: 'act', from: me.id, number, figure: name, action, args });
  };

  const hearAct = (message: Extract<Mirroring, { type: 'act' }>) => {
    if (!isMine()) return;
    const joined = figures.get(message.figure);
    if (!joined?.hasBegun) return void early.push(message);
    joined.after = { ...joined.after, [message.from]: message.number };
    run(joined, message.action, message.args);
    tell(message.figure);
  };

  const hearOwner = (peer: Peer) => {
    if (isMine()) {
      if (outranks(peer, me)) follow(peer);
      // It has missed that there is one.
      else channel.post({ type: 'owner', from: me });
      return;
    }
    if (peer.id === owner?.id) return;
    if (owner ? outranks(peer, owner) : outranks(peer, me)) follow(peer);
  };

  const hearFigure = (message: Extract<Mirroring, { type: 'figure' }>) => {
    if (isMine() || (owner && owner.id !== message.from)) return;
    const { figure: name, after } = message;
    const state = { ...heard.get(name)?.state, ...message.state };
    heard.set(name, { state, after });
    if (owner) show(name);
  };

  /** What this window's reader did since is on its way: what was told before that would undo it. */
  const show = (name: string) => {
    const joined = figures.get(name);
    const { state, after } = heard.get(name) ?? {};
    if (joined && state && (after?.[me.id] ?? 0) >= joined.number) joined.figure.show(state);
  };

  const answer = (name?: string) => {
    if (isMine()) {
      for (const known of name ? [name] : figures.keys()) tell(known, true);
      return;
    }
    // While no window owns them, what the last owner showed is here alone.
    if (owner) return;
    for (const [figure, { state }] of heard)
      channel.post({ type: 'figure', from: me.id, figure, state, after: {} });
  };

  /** A newcomer's question that the owner does not answer either tells that it has crashed. */
  const doubt = () => {
    isSilent = true;
    clearTimeout(doubting);
    doubting = setTimeout(() => {
      if (!isSilent || isMine()) return;
      look();
      answer();
    }, answerWithinMs);
  };

  const hear = (message: Presenting) => {
    if (isClosed) return;
    const from = 'from' in message && typeof message.from === 'object' ? message.from.id : null;
    if (owner && (from === owner.id || (message.type === 'figure' && message.from === owner.id)))
      [heardAt, isSilent] = [Date.now(), false];
    switch (message.type) {
      case 'who':
        if (isMine()) channel.post({ type: 'owner', from: me });
        else if (owner) doubt();
        return;
      case 'owner':
        return hearOwner(message.from);
      case 'left':
        if (message.from.id === owner?.id) look();
        return;
      case 'ask':
        return answer(message.figure);
      case 'figure':
        return hearFigure(message);
      case 'act':
        return hearAct(message);
    }
  };

  channel.hear(hear);

  return {
    open() {
      isClosed = false;
      look();
      watch = setInterval(() => {
        if (!owner || isMine()) return;
        const silence = Date.now() - heardAt;
        if (silence > goneAfterMs) look();
        else if (silence > askAfterMs) channel.post({ type: 'who', from: me });
      }, askAfterMs / 2);
    },
    /** The page is left; `open` takes it up again. */
    close() {
      isClosed = true;
      clearTimeout(settling);
      clearTimeout(doubting);
      clearInterval(watch);
      channel.post({ type: 'left', from: me });
    },
    /** @param name one figure has in every window */
    join(name: string, figure: Mirrored): Tie {
      const joined: Joined = {
        ...{ figure, queue: [], hasBegun: false, told: null, after: {}, number: 0 },
        ...{ notBefore: 0, timer: undefined },
      };
      figures.set(name, joined);
      const unsubscribe = figure.subscribe(() => tell(name));
      if (isMine()) ownFigure(name);
      else if (owner) {
        joined.hasBegun = true;
        channel.post({ type: 'ask', figure: name });
        show(name);
      }
      return {
        act(action, args) {
          if (isMine()) run(joined, action, args);
          else if (owner) pass(name, action, args);
          else joined.queue.push([action, args]);
        },
        isFollower: () => !isMine(),
        leave() {
          unsubscribe();
          clearTimeout(joined.timer);
          figures.delete(name);
          heard.delete(name);
        },
      };
    },
    /** Shows the recorded run of a figure; false where it has none, or is not there. */
    replay(name: string): boolean {
      const joined = figures.get(name);
      if (!joined?.figure.actions['replay']) return false;
      if (isMine()) run(joined, 'replay', []);
      else if (owner) pass(name, 'replay', []);
      else joined.queue.push(['replay', []]);
      return true;
    },
  };
}

function changed(before: object, now: object): object {
  return Object.fromEntries(
    Object.entries(now).filter(([key, value]) => before[key as keyof object] !== value),
  );
}
