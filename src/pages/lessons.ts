import type { MDXContent } from 'mdx/types';
import type { Lesson } from '../../content/chapter.ts';

const lessons = import.meta.glob<MDXContent>('../../content/lessons/*.mdx', {
  eager: true,
  import: 'default',
});

/** The prose of a lesson. Throws where its file is missing. */
export function contentOf(lesson: Lesson): MDXContent {
  const content = lessons[`../../content/lessons/${lesson.file}.mdx`];
  if (!content) throw new Error(`content/lessons/${lesson.file}.mdx is missing.`);
  return content;
}
