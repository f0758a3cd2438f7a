import { wantsLessMotion, watchMotion } from '../lib/motion.ts';

/** A moment of the run in words: pages/CopyingHero.tsx writes them. */
interface Moment {
  step: number;
  /** Each stack's error beside that of one flat colour: '36 %'. */
  plain: string;
  residual: string;
}

/** How long a moment stays while the run plays, and while it is wound back. */
const playMs = 460;
const rewindMs = 45;
/** The end is seen before the run starts by itself. */
const restMs = 1200;

/** Plays the cover's recorded run once when it comes into view, and lets the reader play it and move through it. */
export function offerCopying(): void {
  const hero = document.querySelector<HTMLElement>('[data-copying]');
  const find = <E extends HTMLElement>(name: string) => hero?.querySelector<E>(`[data-${name}]`);
  const play = find<HTMLButtonElement>('play');
  const scrub = find<HTMLInputElement>('scrub');
  const status = find('said');
  if (!hero || !play || !scrub || !status) return;
  const moments = JSON.parse(find('moments')?.textContent ?? '[]') as Moment[];
  const last = moments.length - 1;
  let at = last;
  let timer = 0;
  /** Until the run starts by itself. */
  let rest = 0;

  const show = (moment: number) => {
    at = moment;
    const { step, plain, residual } = moments[at] as Moment;
    hero.style.setProperty('--at', String(at));
    for (const [name, words] of Object.entries({ step, plain, residual })) {
      const place = hero.querySelector(`[data-error="${name}"], [data-${name}]`);
      if (place) place.textContent = String(words);
    }
    scrub.value = String(at);
    scrub.setAttribute('aria-valuetext', inWords(moments[at]));
  };
  const name = () => {
    hero.toggleAttribute('data-playing', timer !== 0);
    const start = at === last ? 'Replay' : 'Play';
    play.textContent = wantsLessMotion() ? 'Next step' : timer ? 'Pause' : start;
  };
  const stop = () => {
    clearTimeout(timer);
    timer = 0;
    name();
  };
  const goOn = (by: 1 | -1) => {
    timer = window.setTimeout(
      () => {
        show(at + by);
        if (at === last) {
          stop();
          status.textContent = inWords(moments[at]);
        } else goOn(at === 0 ? 1 : by);
      },
      by === 1 ? playMs : rewindMs,
    );
    name();
  };
  const start = () => goOn(at === last ? -1 : 1);

  /** From the first touch on, the reader decides. */
  const takeOver = () => {
    clearTimeout(rest);
    watch.disconnect();
  };

  play.addEventListener('click', () => {
    takeOver();
    status.textContent = '';
    if (wantsLessMotion()) {
      stop();
      show(at === last ? 0 : at + 1);
      status.textContent = inWords(moments[at]);
    } else if (timer) stop();
    else start();
  });
  scrub.addEventListener('input', () => {
    takeOver();
    show(Number(scrub.value));
    stop();
  });
  watchMotion(stop);

  const watch = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting || wantsLessMotion()) return;
      watch.disconnect();
      rest = window.setTimeout(start, restMs);
    },
    { threshold: 0.6 },
  );
  watch.observe(hero);
  show(last);
  name();
  hero.dataset['ready'] = '';
}

function inWords(moment: Moment | undefined): string {
  if (!moment) return '';
  const { step, plain, residual } = moment;
  return `Training step ${step}: the plain stack has an error of ${plain}, the residual stack of ${residual}.`;
}
