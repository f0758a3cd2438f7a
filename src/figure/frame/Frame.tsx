import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { unbroken } from '../../lib/format.ts';
import { FigureTools, type Tools } from '../tools/FigureTools.tsx';
import { FullScreenButton } from './FullScreenButton.tsx';

/** Where what a figure shows comes from. */
export interface Source {
  kind: 'live' | 'recorded' | 'kept' | 'model';
  /** In a word or two, always to be seen. */
  label: string;
  /** What ran where, behind the label. */
  text: string;
}

interface Props {
  /** The figure's folder: a class, its anchor, and the name of what is downloaded. */
  name: string;
  /** The question it answers. */
  title: string;
  /** Of its title among the page's headings: 2 where it comes before the lesson's first section. */
  level?: 2 | undefined;
  /** Where a figure that computes stands. */
  phase?: string;
  source?: Source | undefined;
  className?: string;
  /** What is shown no longer fits the controls. */
  stale?: boolean;
  /** What is shown answers what the reader has yet to predict: style sheets hide that part of it. */
  secret?: boolean;
  tools: Omit<Tools, 'frame' | 'name' | 'title'>;
  children: ReactNode;
}

/** What every figure has around it: above, its question, where it comes from, full screen; below, the quiet row. */
export function Frame({
  name,
  title,
  level,
  phase,
  source,
  className = '',
  stale,
  secret,
  ...rest
}: Props) {
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div
      className={`figure-frame ${name} ${className}`.trimEnd()}
      ref={frame}
      data-phase={phase}
      data-stale={stale ? '' : undefined}
      data-secret={secret ? '' : undefined}
    >
      <div className="figure-head">
        <h3 className="figure-title" aria-level={level}>
          {title}
        </h3>
        {source && <SourceNote {...source} />}
        <FullScreenButton frame={frame} />
      </div>
      {rest.children}
      <FigureTools {...rest.tools} frame={frame} name={name} title={title} />
    </div>
  );
}

function SourceNote({ kind, label, text }: Source) {
  const close = ({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>) => {
    if (key === 'Escape') currentTarget.open = false;
  };
  return (
    <details className="source" data-provenance={kind} onKeyDown={close}>
      <summary>{unbroken(label)}</summary>
      <p>{unbroken(text)}</p>
    </details>
  );
}

/** The row of controls below the picture; on a phone it stays at the lower edge of the screen. */
export function Bar({ children }: { children: ReactNode }) {
  return <div className="figure-bar">{children}</div>;
}
