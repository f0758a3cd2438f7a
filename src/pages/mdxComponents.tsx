import type { MDXComponents } from 'mdx/types';
import type { ReactNode } from 'react';
import { BlockDrawing } from '../ui/network/BlockDrawing.tsx';
import { FlowFrame } from '../ui/network/Flow.tsx';
import { exerciseComponent } from './exercises/ExerciseSection.tsx';
import { HeadingLink } from './HeadingLink.tsx';
import { island } from './island.tsx';
import { componentName, widgetNames, widgets } from '../widgets.ts';

const recordings = import.meta.glob('../../content/runs/*.json', {
  eager: true,
  import: 'default',
});

/** A remark in the margin; below the paragraph on narrow pages. */
function Aside({ children }: { children: ReactNode }) {
  return (
    <div role="note" className="sidenote">
      {children}
    </div>
  );
}

/**
 * What a presenter says, asks or does at the screen that holds the block before. Readers never see it, nor does paper;
 * src/page/presenter shows it in the presenter's window.
 */
function Note({ children }: { children: ReactNode }) {
  return (
    <div className="presenter-note" hidden>
      {children}
    </div>
  );
}

/** Where the author wants a new screen when the lesson is presented, under a title of its own if there is one. */
function Screen({ title }: { title?: string }) {
  return <div className="screen-mark" data-title={title} hidden />;
}

/** A term in the colour it has everywhere. */
function Term({
  kind,
  children,
}: {
  kind: 'plain' | 'residual' | 'shortcut' | 'branch';
  children: ReactNode;
}) {
  return <span className={`c-${kind}`}>{children}</span>;
}

/**
 * A prop `recording` names a file of content/runs; the widget receives what the file holds. The prop
 * `listings` is code that the build coloured, as JSON.
 */
function resolveProps({ recording, listings, ...props }: Record<string, unknown>) {
  return {
    ...props,
    ...(typeof listings === 'string' && { listings: JSON.parse(listings) as unknown }),
    ...(typeof recording === 'string' && {
      recording: lookUp(recordings, `../../content/runs/${recording}.json`),
    }),
  };
}

function lookUp<T>(files: Record<string, T>, path: string): T {
  const file = files[path];
  if (file === undefined) throw new Error(`A lesson names ${path}, which does not exist.`);
  return file;
}

/** What a lesson's text itself is made of. */
export const prose = { Aside, Note, Screen, Term, BlockDrawing, FlowFrame, HeadingLink };

/** Loads the figures and returns what each component name stands for, for rendering at build time. */
export async function loadMdxComponents(): Promise<MDXComponents> {
  const figures = await Promise.all(
    widgetNames.map(async (name) => {
      const { default: figure } = await widgets[name]();
      return [componentName(name), island(figure, resolveProps)] as const;
    }),
  );
  const Exercise = await exerciseComponent({ Aside, Term });
  return { ...prose, Exercise, ...Object.fromEntries(figures) };
}
