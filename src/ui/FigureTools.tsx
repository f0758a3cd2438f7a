import type { ReactNode, RefObject } from 'react';
import { saveDrawings } from './saveSvg.ts';

interface Props {
  frame: RefObject<HTMLDivElement | null>;
  /** Of the drawing's file, without its ending, where there is one to download. */
  name?: string;
  reset?: () => void;
  /** The figure's numbers as a table, where it has some. */
  children?: ReactNode;
}

/** The quiet row below a figure whose picture follows from its controls alone. */
export function FigureTools({ frame, name, reset, children }: Props) {
  return (
    <div className="tools">
      <div className="tool-buttons">
        {reset && (
          <button type="button" onClick={reset}>
            Reset
          </button>
        )}
        <button type="button" onClick={() => void frame.current?.requestFullscreen()}>
          Full screen
        </button>
        {name && (
          <button
            type="button"
            onClick={() => frame.current && saveDrawings(frame.current, `${name}.svg`)}
          >
            Download SVG
          </button>
        )}
      </div>
      {children && (
        <details>
          <summary>Data table</summary>
          <div className="table-holder" role="region" aria-label="Data table" tabIndex={0}>
            {children}
          </div>
        </details>
      )}
    </div>
  );
}
