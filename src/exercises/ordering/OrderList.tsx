import { useEffect, useRef, type PointerEvent } from 'react';
import type { OrderingItem } from '../../contract/exercises.ts';

interface Props {
  label: string;
  items: readonly OrderingItem[];
  /** The items' ids in the reader's order. */
  order: readonly string[];
  change: (order: string[]) => void;
  announce: (sentence: string) => void;
}

/** Cards to be put in order: by their buttons, by arrow keys on these, or dragged by their grips. */
export function OrderList({ label, items, order, change, announce }: Props) {
  const list = useRef<HTMLOListElement>(null);
  /** The button that has the focus after its card has moved: moving an element takes the focus from it. */
  const focus = useRef<string>(null);
  useEffect(() => {
    if (focus.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-move="${focus.current}"]`)?.focus();
    focus.current = null;
  }, [order]);

  const textOf = (id: string) => items.find((item) => item.id === id)?.text ?? id;
  const move = (id: string, to: number) => {
    if (to < 0 || to >= order.length || order[to] === id) return;
    const rest = order.filter((one) => one !== id);
    change([...rest.slice(0, to), id, ...rest.slice(to)]);
    announce(`${textOf(id)}: place ${to + 1} of ${order.length}`);
  };
  /**
   * A dragged card takes the place that the pointer is at. The list holds the pointer: a card would lose it as it moves.
   */
  const dragged = useRef<string>(null);
  const drag = (event: PointerEvent<HTMLOListElement>) => {
    if (dragged.current === null) return;
    const cards = [...event.currentTarget.children].map((card) => card.getBoundingClientRect());
    const to = cards.findIndex(({ top, bottom }) => event.clientY >= top && event.clientY < bottom);
    if (to >= 0) move(dragged.current, to);
  };

  return (
    <ol
      className="order-list"
      aria-label={label}
      ref={list}
      onPointerMove={drag}
      onLostPointerCapture={() => {
        dragged.current = null;
      }}
    >
      {order.map((id, place) => {
        const part = items.find((item) => item.id === id)?.part;
        const text = textOf(id);
        return (
          <li key={id} className="order-card" data-part={part} data-item={id}>
            <span
              className="order-grip"
              aria-hidden="true"
              onPointerDown={(event) => {
                event.preventDefault();
                dragged.current = id;
                list.current?.setPointerCapture(event.pointerId);
              }}
            />
            <span className="order-text">{text}</span>
            {([-1, 1] as const).map((step) => {
              const way = step < 0 ? 'up' : 'down';
              return (
                <button
                  key={way}
                  type="button"
                  className="order-move"
                  data-move={`${id} ${way}`}
                  aria-label={`Move ${text} ${way}, from place ${place + 1}`}
                  aria-disabled={place + step < 0 || place + step >= order.length}
                  onClick={() => {
                    focus.current = `${id} ${way}`;
                    move(id, place + step);
                  }}
                  onKeyDown={(event) => {
                    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
                    if (by === undefined) return;
                    event.preventDefault();
                    focus.current = `${id} ${way}`;
                    move(id, place + by);
                  }}
                >
                  <svg viewBox="0 0 20 20" aria-hidden="true">
                    <path d={step < 0 ? 'M5 12l5-5 5 5' : 'M5 8l5 5 5-5'} />
                  </svg>
                </button>
              );
            })}
          </li>
        );
      })}
    </ol>
  );
}
