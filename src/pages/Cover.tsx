import type { Chapter } from '../../content/chapter.ts';
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

/** y = F(x) + x, drawn once: the branch goes through its layers, the shortcut goes around them. */
function CoverDrawing() {
  return (
    <svg
      className="cover-drawing"
      viewBox="0 0 640 150"
      role="img"
      aria-label="A residual block: x goes through two layers as F of x and around them unchanged; both are added to give y."
    >
      <path className="draw-shortcut" d="M70 100 C120 12 460 12 508 88" />
      <path className="draw-ink" d="M20 100 H70" />
      <path className="draw-branch" d="M70 100 H168 M252 100 H308 M392 100 H500" />
      <rect className="draw-layer" x="168" y="76" width="84" height="48" rx="8" />
      <rect className="draw-layer" x="308" y="76" width="84" height="48" rx="8" />
      <circle className="draw-sum" cx="512" cy="100" r="13" />
      <path className="draw-ink" d="M505 100 H519 M512 93 V107 M525 100 H620 m-9 -6 l9 6 l-9 6" />
      <text x="26" y="88">
        x
      </text>
      <text x="210" y="105" textAnchor="middle" className="draw-label">
        layer
      </text>
      <text x="350" y="105" textAnchor="middle" className="draw-label">
        layer
      </text>
      <text x="446" y="126" textAnchor="middle" className="fill-branch">
        F(x)
      </text>
      <text x="290" y="24" textAnchor="middle" className="fill-shortcut">
        x, unchanged
      </text>
      <text x="536" y="82">
        F(x) + x
      </text>
    </svg>
  );
}
