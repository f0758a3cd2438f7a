import { useRef, type ReactNode } from 'react';
import { unbroken } from '../lib/format.ts';
import { FigureTools, type Tools } from './FigureTools.tsx';

interface Props {
  /** The figure's folder: a class, its anchor, and the name of what is downloaded. */
  name: string;
  /** The question it answers. */
  title: string;
  /** Where a figure that computes stands. */
  phase?: string;
  className?: string;
  tools: Omit<Tools, 'frame' | 'name'>;
  children: ReactNode;
}

/** What every figure has around it: its question above, the quiet row below. */
export function Frame({ name, title, phase, className = '', tools, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div className={`figure-frame ${name} ${className}`.trimEnd()} ref={frame} data-phase={phase}>
      <h3 className="figure-title">{title}</h3>
      {children}
      <FigureTools {...tools} frame={frame} name={name} />
    </div>
  );
}

/** What the figure shows, in a sentence or two. */
export function Takeaway({ children }: { children: string }) {
  return (
    <p className="takeaway" data-takeaway="">
      {unbroken(children)}
    </p>
  );
}
