import { useId, useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { Listing, Token } from '../../contract/listing.ts';
import type { PartId } from './parts.ts';

interface Props {
  listing: Listing;
  label: string;
  /** What each line lights up. */
  parts: PartId[][];
  lit: PartId[];
  setLit: (parts: PartId[]) => void;
}

/** Code as a list of lines: one stop for the Tab key, arrows from line to line. */
export function Code({ listing, label, parts, lit, setLit }: Props) {
  const base = useId();
  const [current, setCurrent] = useState(0);
  const goTo = (line: number) => {
    setCurrent(line);
    setLit(parts[line] ?? []);
  };
  const move = (event: KeyboardEvent) => {
    const stops = listing.lines.flatMap((line, index) => (line.length > 0 ? [index] : []));
    const at = stops.indexOf(current);
    const last = stops.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    goTo(stops[Math.min(last, Math.max(0, to))] ?? 0);
  };
  return (
    <div
      className="shiki code-lines"
      translate="no"
      role="listbox"
      aria-label={label}
      aria-activedescendant={`${base}-${current}`}
      tabIndex={0}
      onKeyDown={move}
      onFocus={() => setLit(parts[current] ?? [])}
    >
      {listing.lines.map((line, index) => {
        if (line.length === 0) return <div key={index} className="blank" role="presentation" />;
        const isLit = parts[index]?.some((part) => lit.includes(part)) ?? false;
        return (
          <div
            key={index}
            role="option"
            id={`${base}-${index}`}
            aria-selected={isLit}
            className={index === current ? 'current' : ''}
            style={{ '--indent': `${indentOf(line)}ch` } as CSSProperties}
            // Not on entering: a line that scrolls below a resting pointer is not chosen.
            onPointerMove={() => setLit(parts[index] ?? [])}
            onClick={() => goTo(index)}
          >
            {line.map((token, place) => (
              <Piece key={place} token={token} />
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** In characters: what does not fit on a line goes on below its beginning. */
function indentOf(line: Token[]): number {
  return line
    .map(([text]) => text)
    .join('')
    .search(/\S/);
}

function Piece({ token: [text, light, dark] }: { token: Token }) {
  const colours = { '--shiki-light': light, '--shiki-dark': dark } as CSSProperties;
  return <span style={light ? colours : undefined}>{text}</span>;
}
