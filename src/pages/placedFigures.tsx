import { renderToStaticMarkup } from 'react-dom/server';
import { chapter, type Lesson } from '../../content/chapter.ts';
import type { Figure } from '../figure/figure.ts';
import { componentName, widgetNames, widgets } from '../widgets.ts';
import { contentOf } from './lessons.ts';
import { prose } from './mdxComponents.tsx';

/** A figure where a lesson shows it. */
export interface PlacedFigure extends Pick<Figure, 'name' | 'title' | 'notes'> {
  lesson: Lesson;
}

/** Every figure that a lesson shows, in the order of the chapter. */
export async function findPlacedFigures(): Promise<PlacedFigure[]> {
  const figures = await Promise.all(
    widgetNames.map(async (name) => (await widgets[name]()).default),
  );
  return chapter.lessons.flatMap((lesson) => {
    const placed: PlacedFigure[] = [];
    const noted = figures.map(({ name, title, notes }) => [
      componentName(name),
      () => {
        placed.push({ name, title, notes, lesson });
        return null;
      },
    ]);
    const Content = contentOf(lesson);
    const components = { ...prose, Exercise: () => null, ...(Object.fromEntries(noted) as object) };
    renderToStaticMarkup(<Content components={components} />);
    return placed;
  });
}
