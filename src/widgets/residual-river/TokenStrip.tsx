import { area, curveMonotoneY } from 'd3';
import type { CSSProperties, KeyboardEvent } from 'react';
import { percent } from '../../lib/format.ts';
import { heads } from './settings.tsx';
import { meaningOf } from './meaning.ts';
import { roundUp } from './river/scales.ts';
import type { Read } from './stages.ts';

interface Props {
  read: Read;
  token: number;
  /** Layer and head, both from 1, such as `2.1`. */
  head: string;
  choose: (token: number) => void;
  chooseHead: (head: string) => void;
}

/** Less attention than this is not drawn. */
const least = 0.02;

/** The prompt's words with a small river each, and what the chosen one attends to. */
export function TokenStrip({ read, token, head, choose, chooseHead }: Props) {
  const { words, places } = read.reading;
  const weights = attentionFrom(read, head, token);
  const longest = roundUp(Math.max(...places.flatMap(({ stream }) => stream)));
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const last = words.length - 1;
    const next = {
      ...{ ArrowRight: token + 1, ArrowDown: token + 1, ArrowLeft: token - 1, ArrowUp: token - 1 },
      ...{ Home: 0, End: last },
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const chosen = Math.min(last, Math.max(0, next));
    choose(chosen);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')[chosen]?.focus();
  };
  return (
    <div className="tokens">
      <label>
        <span>Attention of</span>
        <select value={head} onChange={({ target }) => chooseHead(target.value)}>
          {heads.map((one) => (
            <option key={one} value={one}>
              layer {one.replace('.', ', head ')}
            </option>
          ))}
        </select>
      </label>
      <Arcs weights={weights} from={token} count={words.length} />
      <div role="radiogroup" aria-label="Whose stream is shown" className="words" onKeyDown={move}>
        {words.map((word, i) => {
          const weight = weights[i] ?? 0;
          return (
            <button
              key={i}
              type="button"
              role="radio"
              aria-checked={i === token}
              aria-label={`Token ${i + 1}: ${word}`}
              tabIndex={i === token ? 0 : -1}
              className={i === opinionAt(read) ? meaningOf(word, read.prompt) : undefined}
              style={{ '--weight': weight } as CSSProperties}
              onClick={() => choose(i)}
            >
              <span className="word">{word}</span>
              <svg viewBox="0 0 40 34" aria-hidden="true">
                <path d={smallRiver(places.map(({ stream }) => (stream[i] ?? 0) / longest))} />
              </svg>
              <span className="weight">{weight >= least ? percent(weight) : ''}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
}

/** Where the prompt says its opinion. */
function opinionAt({ prompt }: Read): number {
  return prompt.opinion === null ? -1 : 8;
}

/** How much of its attention a head of a token gives to each token. */
function attentionFrom({ reading }: Read, head: string, token: number): number[] {
  const [layer, number] = head.split('.').map(Number) as [number, number];
  const place = reading.places.find(({ place }) => place === `layers.${layer - 1}.attention`);
  const pattern = place?.heads[number - 1]?.pattern ?? new Float32Array();
  const size = reading.words.length;
  return Array.from(pattern.slice(token * size, (token + 1) * size));
}

const down = area<number>()
  .y((_, place) => 2 + place * 7.5)
  .x0((length) => 20 - 19 * length)
  .x1((length) => 20 + 19 * length)
  .curve(curveMonotoneY);

/** A stream's lengths, as shares of the longest, from the embedding down. */
const smallRiver = (lengths: number[]) => down(lengths) ?? '';

interface ArcsProps {
  weights: number[];
  from: number;
  count: number;
}

/** From the chosen token to those it attends to, as thick as it attends. */
function Arcs({ weights, from, count }: ArcsProps) {
  const middle = (i: number) => i * 100 + 50;
  return (
    <svg
      className="arcs"
      viewBox={`0 0 ${count * 100} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {weights.map((weight, i) => {
        if (weight < least) return null;
        const [a, b] = i === from ? [middle(i) - 26, middle(i) + 26] : [middle(i), middle(from)];
        const top = 100 - Math.min(96, 34 + 130 * Math.sqrt(Math.abs(b - a) / (count * 100)));
        return (
          <path
            key={i}
            d={`M${a} 100C${a} ${top} ${b} ${top} ${b} 100`}
            style={{ strokeWidth: 1 + 11 * weight, opacity: 0.35 + 0.65 * weight }}
          />
        );
      })}
    </svg>
  );
}
