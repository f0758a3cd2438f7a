import type { Chapter } from '../../content/chapter.ts';
import { BlockDrawing } from '../ui/network/BlockDrawing.tsx';
import { FlowFrame } from '../ui/network/Flow.tsx';
import { TopBar } from './TopBar.tsx';

/** The chapter's first page: what it is about, and its lessons. */
export function Cover({ chapter, root }: { chapter: Chapter; root: string }) {
  const [first] = chapter.lessons;
  return (
    <>
      <TopBar chapter={chapter} root={root} />
      <main id="main" className="cover">
        <h1>{chapter.title}</h1>
        <p className="lede">{chapter.subtitle}</p>
        <CoverDrawing />
        {first && (
          <p>
            <a className="start-link" href={`${root}${first.id}/`}>
              Start reading: {first.title}
            </a>
          </p>
        )}
        <p className="fine">
          You should know what a layer, a weight and a derivative are. The code is Python and
          TypeScript; you need not install anything to read on.
        </p>
        <ol className="lesson-cards">
          {chapter.lessons.map(({ id, title, summary, minutes, status }) => (
            <li key={id} data-progress-of={id}>
              <a href={`${root}${id}/`}>{title}</a>
              <p>{summary}</p>
              <p className="fine">
                {minutes} minutes{status === 'draft' && ' · first draft'}
                <span className="read-mark" />
              </p>
            </li>
          ))}
        </ol>
        <p className="fine">
          The networks you train here are built and trained in your browser. Only the classifier of
          lesson 6 was trained beforehand. Nothing you do here leaves your device.
        </p>
      </main>
    </>
  );
}

const layers = ['layer 1', 'layer 2'].map((name) => ({ id: name, name }));

/** y = F(x) + x: the branch goes through its layers, the shortcut goes around them. */
function CoverDrawing() {
  return (
    <div className="cover-drawing">
      <FlowFrame>
        <BlockDrawing
          label="A residual block: x goes through two layers as F of x and around them unchanged. Both are added, and the sum passes a ReLU to give y."
          branch={layers}
          shortcut={[]}
          after={[{ id: 'relu', name: 'ReLU' }]}
          names={{ x: 'x', branch: 'F(x)', shortcut: 'x, unchanged', sum: 'F(x) + x', y: 'y' }}
          flows
        />
      </FlowFrame>
    </div>
  );
}
