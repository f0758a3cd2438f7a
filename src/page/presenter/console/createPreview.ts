import type { Deck, Place, Pointer } from '../../../contract/presenting.ts';
import { siteUrl } from '../../../lib/siteUrl.ts';
import { make } from '../make.ts';

/** What the audience sees, small, to be used as the audience's own figures are. */
export interface Preview {
  readonly isPointing: boolean;
  /** Opens the lesson of a place; within the lesson the mirror follows by itself. */
  show(place: Place): void;
  /** Of the audience's screens, so that both are cut alike. */
  setSize(size: Deck['size']): void;
  /** Moves the audience's pointer with the mouse over the preview, or lets the mouse use the figures again. */
  setPointer(on: boolean): void;
}

export function createPreview(holder: HTMLElement, onPoint: (pointer: Pointer) => void): Preview {
  const frame = make('iframe');
  frame.title = 'What the audience sees';
  const glass = make('div', 'presenter-glass');
  glass.hidden = true;
  holder.append(frame, glass);
  let size = { width: 1280, height: 720 };
  let lesson = '';

  const fit = () => {
    const scale = holder.clientWidth / size.width;
    frame.style.width = `${size.width}px`;
    frame.style.height = `${size.height}px`;
    frame.style.transform = `scale(${scale})`;
    holder.style.height = `${size.height * scale}px`;
  };
  new ResizeObserver(fit).observe(holder);
  glass.addEventListener('pointermove', ({ clientX, clientY }) => {
    const { left, top, width, height } = glass.getBoundingClientRect();
    onPoint({ x: (clientX - left) / width, y: (clientY - top) / height });
  });
  glass.addEventListener('pointerleave', () => onPoint(undefined));

  return {
    get isPointing() {
      return !glass.hidden;
    },
    show(place) {
      if (place.lesson === lesson) return;
      lesson = place.lesson;
      const address = siteUrl(`${lesson}/?present=mirror#${place.screen || 'start'}`);
      // Replaced, so that the window's way back does not go through its lessons.
      if (frame.contentWindow && frame.src) frame.contentWindow.location.replace(address);
      else frame.src = address;
    },
    setSize(changed) {
      size = changed;
      fit();
    },
    setPointer(on) {
      if (glass.hidden === !on) return;
      glass.hidden = !on;
      if (!on) onPoint(undefined);
    },
  };
}
