import type { Pointer } from '../../../contract/presenting.ts';
import { make } from '../make.ts';

/** A dot that points at something on the screen. */
export interface Laser {
  isOn: boolean;
  /** Follows the mouse, or stops. */
  toggle(): void;
  show(pointer: Pointer): void;
}

/**
 * @param screen on which it points
 * @param onPoint is told where this window's own mouse points
 */
export function createLaser(screen: HTMLElement, onPoint: (pointer: Pointer) => void): Laser {
  const dot = make('div', 'present-laser');
  dot.hidden = true;
  document.body.append(dot);
  const show = (pointer: Pointer) => {
    dot.hidden = pointer === undefined;
    if (!pointer) return;
    const { left, top, width, height } = screen.getBoundingClientRect();
    dot.style.translate = `${left + pointer.x * width}px ${top + pointer.y * height}px`;
  };
  const follow = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, width, height } = screen.getBoundingClientRect();
    const pointer = { x: (clientX - left) / width, y: (clientY - top) / height };
    show(pointer);
    onPoint(pointer);
  };
  return {
    isOn: false,
    toggle() {
      this.isOn = !this.isOn;
      document.body.toggleAttribute('data-laser', this.isOn);
      if (this.isOn) {
        addEventListener('pointermove', follow);
        return;
      }
      removeEventListener('pointermove', follow);
      show(undefined);
      onPoint(undefined);
    },
    show,
  };
}
