import { renderToStaticMarkup } from 'react-dom/server';
import { chapter, type Lesson } from '../../content/chapter.ts';
import { componentName, widgetNames, widgets, type WidgetName } from '../widgets.ts';
import { contentOf } from './lessons.ts';
import { prose } from './mdxComponents.tsx';

/** A figure where a lesson shows it. */
export interface PlacedFigure {
  name: WidgetName;
  /** The question that it answers. */
  title: string;
  lesson: Lesson;
}

/** Every figure that a lesson shows, in the order of the chapter. */
export async function findPlacedFigures(): Promise<PlacedFigure[]> {
  const titles = await Promise.all(
    widgetNames.map(async (name) => [name, (await widgets[name]()).default.title] as const),
  );
  return chapter.lessons.flatMap((lesson) => {
    const placed: PlacedFigure[] = [];
    const noted = titles.map(([name, title]) => [
      componentName(name),
      () => {
        placed.push({ name, title, lesson });
        return null;
      },
    ]);
    const Content = contentOf(lesson);
    const components = { ...prose, ...(Object.fromEntries(noted) as object) };
    renderToStaticMarkup(<Content components={components} />);
    return placed;
  });
}
