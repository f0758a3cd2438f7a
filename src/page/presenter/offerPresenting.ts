import { presentedAs } from '../../contract/presenting.ts';
import { isWriting } from '../isWriting.ts';

/** Presents the lesson where its address asks for that, opens the presenter's window on its page, and hears the key P elsewhere. */
export function offerPresenting(): void {
  const role = presentedAs();
  if (role) {
    void import('./audience/present.ts').then(({ present }) => present(role));
    return;
  }
  const console = document.querySelector<HTMLElement>('[data-console]');
  if (console) {
    void import('./console/openConsole.ts').then(({ openConsole }) => openConsole(console));
    return;
  }
  if (!document.querySelector('[data-lesson]')) return;
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (key.toLowerCase() !== 'p' || ctrlKey || metaKey || altKey) return;
    if (event.defaultPrevented || document.fullscreenElement || isWriting(target)) return;
    present();
  });
}

/** From the section that is being read; a figure's settings in the address stay there. */
function present(): void {
  const query = location.search === '' ? '?present' : `${location.search}&present`;
  location.assign(`${location.pathname}${query}#${sectionInSight()}`);
}

function sectionInSight(): string {
  const headings = [...document.querySelectorAll('.lesson > h2, .lesson figure[id]')];
  const passed = headings.findLast((one) => one.getBoundingClientRect().top < innerHeight / 2);
  return scrollY < 100 ? 'start' : (passed?.id ?? 'start');
}
