import { renderToStaticMarkup } from 'react-dom/server';
import { chapter } from '../../../content/chapter.ts';
import { widgetNames } from '../../widgets.ts';
import { contentOf } from '../lessons.ts';
import { loadMdxComponents, prose } from '../mdxComponents.tsx';
import { paperExercise } from './PaperExercise.tsx';
import { placeInChapter } from './placeInChapter.ts';

/** All lessons as parts of one document. */
export interface JoinedChapter {
  /** Each lesson's HTML, by its id. */
  lessons: Map<string, string>;
  /** The HTML of what they cite, in alphabetical order. */
  references: string;
}

/** Renders every lesson for one document: exercises as they are printed, references once. */
export async function joinChapter(): Promise<JoinedChapter> {
  const { Aside, Term } = prose;
  const Exercise = paperExercise({ Aside, Term }, { forClass: false });
  const components = { ...(await loadMdxComponents()), Exercise };
  const places = { lessons: chapter.lessons.map(({ id }) => id), figures: widgetNames };
  const lessons = new Map<string, string>();
  const references = new Map<string, string>();
  for (const lesson of chapter.lessons) {
    const Content = contentOf(lesson);
    const html = renderToStaticMarkup(<Content components={components} />);
    const placed = placeInChapter(html, lesson.id, places);
    lessons.set(lesson.id, placed.html);
    for (const [id, entry] of placed.references) references.set(id, entry);
  }
  const sorted = [...references.values()].toSorted((a, b) => a.localeCompare(b, 'en-GB'));
  return { lessons, references: sorted.join('\n') };
}
