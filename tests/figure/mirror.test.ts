import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Mirroring } from '../../src/contract/mirroring.ts';
import type { PresentedAs } from '../../src/contract/presenting.ts';
import { createExchange } from '../../src/figure/mirror/exchange.ts';
import { mirrorStore } from '../../src/figure/mirror/mirrorStore.ts';

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    }),
);
afterEach(() => void vi.useRealTimers());

/** Longer than any window waits before it takes the figures itself. */
const settle = () => vi.advanceTimersByTime(1000);
/** Longer than a silent owner is waited for. */
const loseTouch = () => vi.advanceTimersByTime(10_000);

/** Windows that hear each other at once, or late where a test holds their messages back. */
function createRoom() {
  const windows: { hear: (message: Mirroring) => void; isDead: boolean }[] = [];
  const said: Mirroring[] = [];
  let held: (() => void)[] | null = null;
  let opened = 0;
  /** What each look at the clock costs. */
  let cost = 0;
  let clock = 0;

  function open(as: PresentedAs) {
    const own = { hear: (_: Mirroring): void => undefined, isDead: false };
    windows.push(own);
    const exchange = createExchange(
      {
        post(message) {
          if (own.isDead) return;
          const copy = structuredClone(message);
          said.push(copy);
          const deliver = () => {
            for (const other of windows) if (other !== own && !other.isDead) other.hear(copy);
          };
          if (held) held.push(deliver);
          else deliver();
        },
        hear: (listener) => void (own.hear = listener),
      },
      { id: `${as} ${++opened}`, as, since: Date.now() + opened },
      () => (clock += cost),
    );
    const figures = new Map<string, ReturnType<typeof createFigure>>();
    const window = {
      /** A figure that counts up to what it is asked for. */
      join(name = 'count') {
        const figure = createFigure();
        figures.set(name, figure);
        return Object.assign(figure, { tie: exchange.join(name, figure.mirrored) });
      },
      exchange,
      leave() {
        exchange.close();
        own.isDead = true;
      },
      crash: () => void (own.isDead = true),
    };
    exchange.open();
    return window;
  }

  return {
    open,
    said,
    slow: (ms: number) => void (cost = ms),
    hold: () => void (held = []),
    release() {
      // What is said meanwhile waits its turn.
      for (let next = held?.shift(); next; next = held?.shift()) next();
      held = null;
    },
    count: (type: Mirroring['type']) => said.filter((message) => message.type === type).length,
  };
}

function createFigure() {
  const store = createStore(() => ({ settings: 1, steps: 0, running: false }));
  const calls: string[] = [];
  const mirrored = mirrorStore(store, {
    actions: {
      change: (settings: number) => store.setState({ settings }),
      run() {
        calls.push('run');
        store.setState({ running: true });
      },
    },
    ahead: { change: (settings: number) => store.setState({ settings }) },
    begin: () => void calls.push('begin'),
    takeOver(state) {
      calls.push('takeOver');
      store.setState({ ...state, running: false });
    },
    retire: () => void calls.push('retire'),
  });
  return {
    mirrored,
    calls,
    store,
    step: () => store.setState(({ steps }) => ({ steps: steps + 1 })),
  };
}

describe('one window owns the figures', () => {
  test('alone, it begins them, after nobody has answered', () => {
    const figure = createRoom().open('mirror').join();
    expect(figure.calls).toEqual([]);
    settle();
    expect(figure.calls).toEqual(['begin']);
    expect(figure.tie.isFollower()).toBe(false);
  });

  test('the audience rather than the mirror, whichever came first', () => {
    const room = createRoom();
    const mirror = room.open('mirror').join();
    const audience = room.open('audience').join();
    settle();
    expect([mirror.tie.isFollower(), audience.tie.isFollower()]).toEqual([true, false]);
    expect([mirror.calls, audience.calls]).toEqual([[], ['begin']]);
  });

  test('of two audience windows, the older', () => {
    const room = createRoom();
    const first = room.open('audience').join();
    settle();
    const second = room.open('audience').join();
    settle();
    first.step();
    expect([first.tie.isFollower(), second.tie.isFollower()]).toEqual([false, true]);
    expect(second.store.getState().steps).toBe(1);
  });

  test('two that both think they do agree at once', () => {
    const room = createRoom();
    room.hold();
    const mirror = room.open('mirror').join();
    const audience = room.open('audience').join();
    settle();
    mirror.tie.act('run', []);
    expect([mirror.tie.isFollower(), audience.tie.isFollower()]).toEqual([false, false]);
    room.release();
    expect([mirror.tie.isFollower(), audience.tie.isFollower()]).toEqual([true, false]);
    expect(mirror.calls).toEqual(['begin', 'run', 'retire']);
    expect(mirror.store.getState()).toEqual(audience.store.getState());
  });
});

function openBoth() {
  const room = createRoom();
  const [audienceWindow, mirrorWindow] = [room.open('audience'), room.open('mirror')];
  const [audience, mirror] = [audienceWindow.join(), mirrorWindow.join()];
  settle();
  return { room, audienceWindow, mirrorWindow, audience, mirror };
}

describe('while both windows are open', () => {
  test('what is done in the mirror is done by the owner, and both show it', () => {
    const { audience, mirror } = openBoth();
    mirror.tie.act('run', []);
    expect([mirror.calls, audience.calls]).toEqual([[], ['begin', 'run']]);
    audience.step();
    audience.step();
    expect(mirror.store.getState()).toEqual({ settings: 1, steps: 2, running: true });
  });

  test('a change of the owner is told once, only what is new of it, and is not echoed', () => {
    const { room, audience, mirror } = openBoth();
    room.said.length = 0;
    audience.tie.act('change', [5]);
    expect(mirror.store.getState().settings).toBe(5);
    expect(room.said).toEqual([
      expect.objectContaining({ type: 'figure', figure: 'count', state: { settings: 5 } }),
    ]);
  });

  test('a slider that is dragged in the mirror never goes back, however late the answers are', () => {
    const { room, audience, mirror } = openBoth();
    const shown: number[] = [];
    mirror.store.subscribe(({ settings }) => shown.push(settings));
    room.hold();
    for (const settings of [2, 3, 4]) mirror.tie.act('change', [settings]);
    audience.step();
    room.release();
    expect(audience.store.getState()).toMatchObject({ settings: 4, steps: 1 });
    expect(mirror.store.getState()).toEqual(audience.store.getState());
    expect(shown.every((value, index) => value >= (shown[index - 1] ?? 0))).toBe(true);
  });

  test('a figure that is there later in one window shows what the other shows', () => {
    const { audience, mirrorWindow, audienceWindow } = openBoth();
    const owned = audienceWindow.join('late');
    owned.step();
    expect(mirrorWindow.join('late').store.getState().steps).toBe(1);
    // The other way round, what is asked of it waits for it.
    const ahead = mirrorWindow.join('later');
    ahead.tie.act('run', []);
    expect(audienceWindow.join('later').calls).toEqual(['begin', 'run']);
    expect(ahead.store.getState().running).toBe(true);
    expect(audience.calls).toEqual(['begin']);
  });

  test('what is done before an owner is found is done then', () => {
    const room = createRoom();
    const mirror = room.open('mirror').join();
    mirror.tie.act('run', []);
    const audience = room.open('audience').join();
    settle();
    expect([mirror.calls, audience.calls]).toEqual([[], ['begin', 'run']]);
  });

  test('a long state is told less often, and its end is told', () => {
    const { room, audience, mirror } = openBoth();
    room.slow(50);
    room.said.length = 0;
    for (let step = 0; step < 20; step++) audience.step();
    expect(room.count('figure')).toBeLessThan(5);
    vi.advanceTimersByTime(5000);
    expect(mirror.store.getState().steps).toBe(20);
  });

  test('a figure that has no recorded run says so; another shows it in the owner', () => {
    const { audienceWindow, mirrorWindow } = openBoth();
    expect(mirrorWindow.exchange.replay('count')).toBe(false);
    expect(mirrorWindow.exchange.replay('unknown')).toBe(false);
    const replayed: string[] = [];
    for (const [window, name] of [
      [audienceWindow, 'audience'],
      [mirrorWindow, 'mirror'],
    ] as const) {
      const { mirrored } = createFigure();
      const replay = () => void replayed.push(name);
      window.exchange.join('recorded', { ...mirrored, actions: { ...mirrored.actions, replay } });
    }
    expect(mirrorWindow.exchange.replay('recorded')).toBe(true);
    expect(replayed).toEqual(['audience']);
  });
});

describe('a window is lost', () => {
  const leave = [
    ['is closed', (window: { leave(): void }) => window.leave()],
    ['crashes', (window: { crash(): void }) => window.crash()],
  ] as const;

  test.each(leave)('the mirror goes on with what an audience window showed that %s', (_, end) => {
    const { audienceWindow, audience, mirror } = openBoth();
    mirror.tie.act('run', []);
    audience.step();
    end(audienceWindow);
    loseTouch();
    expect(mirror.tie.isFollower()).toBe(false);
    expect(mirror.calls).toEqual(['takeOver']);
    expect(mirror.store.getState()).toEqual({ settings: 1, steps: 1, running: false });
  });

  test.each(leave)(
    'an audience window that %s and is opened again at once gets its state back',
    (_, end) => {
      const { room, audienceWindow, audience, mirror } = openBoth();
      mirror.tie.act('change', [7]);
      mirror.tie.act('run', []);
      audience.step();
      end(audienceWindow);
      const again = room.open('audience').join();
      settle();
      expect(again.calls).toEqual(['takeOver']);
      expect(again.store.getState()).toEqual({ settings: 7, steps: 1, running: false });
      expect([mirror.tie.isFollower(), again.tie.isFollower()]).toEqual([true, false]);
      again.step();
      expect(mirror.store.getState()).toEqual(again.store.getState());
    },
  );

  test('a new audience window takes over from a mirror that went on alone, whose worker ends', () => {
    const { room, audienceWindow, mirror } = openBoth();
    audienceWindow.leave();
    loseTouch();
    mirror.tie.act('run', []);
    const again = room.open('audience').join();
    settle();
    expect(mirror.calls).toEqual(['takeOver', 'run', 'retire']);
    expect(again.calls).toEqual(['takeOver']);
    expect(again.store.getState().running).toBe(false);
    expect(mirror.store.getState()).toEqual(again.store.getState());
  });

  test('a mirror that is opened again shows what the audience shows', () => {
    const { room, mirrorWindow, audience } = openBoth();
    audience.step();
    mirrorWindow.leave();
    audience.step();
    const again = room.open('mirror').join();
    settle();
    expect(again.store.getState().steps).toBe(2);
    expect(audience.calls).toEqual(['begin']);
  });

  test('an owner that is only silent is not taken for lost', () => {
    const { mirror, audience } = openBoth();
    loseTouch();
    loseTouch();
    expect([mirror.tie.isFollower(), audience.calls]).toEqual([true, ['begin']]);
  });
});
