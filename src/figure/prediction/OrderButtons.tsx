import { useRef, useState } from 'react';

interface Props {
  options: readonly string[];
  /** The order that was predicted; empty before. */
  chosen: readonly number[];
  /** Called once every option has its place. */
  choose: (order: number[]) => void;
}

/** Options that are pressed one after the other, which numbers them; pressing one again takes its number back. */
export function OrderButtons({ options, chosen, choose }: Props) {
  const [order, setOrder] = useState<readonly number[]>(chosen);
  // Several may be pressed before the next render.
  const latest = useRef(order);
  const press = (option: number) => {
    const order = latest.current;
    const next = order.includes(option)
      ? order.filter((one) => one !== option)
      : [...order, option];
    // The last place is the only one left.
    const left = options.map((_, index) => index).filter((index) => !next.includes(index));
    const isWhole = left.length === 0 || (left.length === 1 && next.length > order.length);
    const whole = isWhole ? [...next, ...left] : next;
    latest.current = whole;
    setOrder(whole);
    if (isWhole) choose(whole);
  };
  return (
    <div className="buttons" role="group" aria-label="Your prediction, in order">
      {options.map((option, index) => {
        const place = order.indexOf(index) + 1;
        return (
          <button
            key={option}
            type="button"
            aria-pressed={place > 0}
            aria-label={place > 0 ? `${option}, number ${place}` : option}
            onClick={() => press(index)}
          >
            <span className="place" aria-hidden="true">
              {place > 0 ? place : ' '}
            </span>{' '}
            <span className="option">{option}</span>
          </button>
        );
      })}
    </div>
  );
}
