import { readFileSync } from 'node:fs';
import { chapter } from '../../content/chapter.ts';
import { componentName, widgetNames } from '../../src/widgets.ts';

/** Every figure with the address of the lesson that shows it. */
export const figures = widgetNames.map((name) => {
  const lesson = chapter.lessons.find(({ file }) =>
    new RegExp(`<${componentName(name)}\\b`).test(
      readFileSync(`content/lessons/${file}.mdx`, 'utf8'),
    ),
  );
  if (!lesson) throw new Error(`Place <${componentName(name)}> in a lesson of content/lessons.`);
  return { name, lesson: `${lesson.id}/` };
});

/** The figures of each lesson that has some. */
export const figuresOfLessons = [...new Set(figures.map(({ lesson }) => lesson))].map((lesson) => ({
  lesson,
  names: figures.filter((figure) => figure.lesson === lesson).map(({ name }) => name),
}));
