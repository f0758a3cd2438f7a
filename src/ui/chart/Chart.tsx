import type { ReactNode } from 'react';
import { useCursor } from './cursor.tsx';
import { ChartContext, layOut, type Layout } from './frame.ts';
import { useWidth } from './useWidth.ts';

interface Props extends Layout {
  title: string;
  /** Whether the title is printed above, too. */
  titled?: boolean;
  /** What the picture shows, for a reader who does not see it. */
  summary: string;
  /** The width in pixels that the build assumes. */
  widthBeforeMeasuring?: number;
  /** A Plot, and any text above and below it. */
  children: ReactNode;
}

/** The frame that every chart shares: it measures the width, makes the scales and holds the cursor. */
export function Chart({
  title,
  titled = true,
  summary,
  widthBeforeMeasuring = 520,
  children,
  ...layout
}: Props) {
  const [holder, width, taller, magnify, filled] = useWidth<HTMLDivElement>(widthBeforeMeasuring);
  const [shared, setCursor] = useCursor();
  const frame = layOut(layout, width, taller, magnify, filled);
  const description = `${title}. ${summary}`;
  // A linked chart may reach further than this one.
  const cursor = shared !== null && frame.x.covers(shared) ? shared : null;
  return (
    <ChartContext value={{ ...frame, description, cursor, setCursor }}>
      <div className="chart" ref={holder} data-narrow={frame.isNarrow ? '' : undefined}>
        {titled && <p className="chart-title">{title}</p>}
        {children}
      </div>
    </ChartContext>
  );
}
