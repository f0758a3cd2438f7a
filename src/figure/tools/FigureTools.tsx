import { useState, type ReactNode, type RefObject } from 'react';
import { CopyLink, type Link } from './CopyLink.tsx';
import { saveText } from '../export/save.ts';
import { savePng, saveSvg } from '../export/saveDrawing.ts';
import { isFramed } from './isFramed.ts';
import { OwnTab } from './OwnTab.tsx';

export interface Tools {
  frame: RefObject<HTMLDivElement | null>;
  /** The figure's: its anchor, and the name of what is downloaded. */
  name: string;
  /** The figure's question: a page has many tables, and each is named after its own. */
  title: string;
  reset?: () => void;
  /** The state that a link to the figure carries. */
  link: Link;
  /** What is offered as a picture; an SVG made of pixels alone would be of no use. */
  picture?: 'drawing' | 'pixels' | undefined;
  /** Writes the numbers, once there are some. */
  csv?: (() => string) | undefined;
  /** Writes the whole run, with all that repeats it, once there is one. */
  run?: (() => string) | undefined;
  /** Names what is folded away. */
  summary?: string;
  /** Whether what is folded away changes many times a second: then it is drawn only in the open. */
  busy?: boolean;
  /** The numbers to read. */
  children?: ReactNode;
}

/** The quiet row below a figure: reset, link, downloads, and the numbers to read. */
export function FigureTools({
  frame,
  name,
  title,
  reset,
  link,
  picture,
  csv,
  run,
  ...folded
}: Tools) {
  const { summary = 'Data table', busy = false, children } = folded;
  const [open, setOpen] = useState(false);
  return (
    <div className="tools">
      <div className="tool-buttons">
        {reset && (
          <button type="button" data-tool="reset" onClick={reset}>
            Reset
          </button>
        )}
        <CopyLink figure={name} {...link} />
        <Downloads {...{ frame, name, picture, csv, run }} />
      </div>
      {children && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{summary}</summary>
          <div
            className="table-holder"
            role="region"
            aria-label={`${summary}: ${title}`}
            tabIndex={0}
          >
            {(open || !busy) && children}
          </div>
        </details>
      )}
    </div>
  );
}

/** What can be saved, folded: what there is depends on what was measured, and the row stays as it is. */
function Downloads({ frame, name, picture, csv, run }: Omit<Tools, 'link' | 'title'>) {
  const [isSaving, setSaving] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const exportPng = async (drawn: HTMLElement) => {
    setFailed(false);
    await savePng(drawn, `${name}.png`).catch((error: unknown) => {
      console.warn('The picture could not be drawn.', error);
      setFailed(true);
    });
  };
  if (!picture && !csv && !run) return null;
  return (
    <details className="downloads">
      <summary>Download</summary>
      {/* Whether a frame lets anything be saved, no page is told. */}
      <div onClick={() => setSaving(isFramed())}>
        {csv && (
          <button type="button" onClick={() => saveText(`${name}.csv`, 'text/csv', csv())}>
            Download CSV
          </button>
        )}
        {run && (
          <button type="button" onClick={() => saveText(`${name}.json`, 'application/json', run())}>
            Download run
          </button>
        )}
        {picture === 'drawing' && (
          <button
            type="button"
            onClick={() => frame.current && void saveSvg(frame.current, `${name}.svg`)}
          >
            Download SVG
          </button>
        )}
        {picture && (
          <button type="button" onClick={() => frame.current && void exportPng(frame.current)}>
            Download PNG
          </button>
        )}
        {hasFailed && (
          <p className="fine" role="alert">
            This browser, or the security policy of this site, does not let the page make a PNG.
            {picture === 'drawing' ? ' Download the SVG instead.' : ' Take a screenshot instead.'}
          </p>
        )}
        {isSaving && (
          <p role="status">
            If nothing was saved, the page around this frame forbids it. <OwnTab /> and download it
            there.
          </p>
        )}
      </div>
    </details>
  );
}
