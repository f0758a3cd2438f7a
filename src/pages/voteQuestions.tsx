import type { ComponentProps, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { chapter } from '../../content/chapter.ts';
import type { VoteQuestion } from '../contract/voteQuestion.ts';
import { componentName, widgetNames, widgets } from '../widgets.ts';
import { contentOf } from './lessons.ts';
import { prose } from './mdxComponents.tsx';

/**
 * The quick checks and the figures' predictions of every lesson, as a phone shows them to vote: questions and choices
 * from the lessons themselves, without reasons and without what is right.
 */
export async function findVoteQuestions(): Promise<Record<string, VoteQuestion>> {
  const figures = await Promise.all(
    widgetNames.map(async (name) => (await widgets[name]()).default),
  );
  const questions: Record<string, VoteQuestion> = {};
  for (const [index, lesson] of chapter.lessons.entries()) {
    const place = `lesson ${index + 1}`;
    const placed = figures.map(({ name, asks }) => [
      componentName(name),
      () => {
        if (!asks) return null;
        const [question, ...choices] = [asks.question, ...asks.options].map(escape) as [string];
        questions[`${lesson.id}/${name}`] = { place: `Prediction, ${place}`, question, choices };
        return null;
      },
    ]);
    const Content = contentOf(lesson);
    const components = {
      ...{ ...prose, Exercise: () => null, HeadingLink: () => null },
      ...(Object.fromEntries(placed) as object),
      ...checkComponents((id) => {
        const found = { place: `Quick check, ${place}`, question: '', choices: [] };
        return (questions[`${lesson.id}/${id}`] = found);
      }),
    };
    renderToStaticMarkup(<Content components={components} />);
  }
  return questions;
}

/** What stands for the parts that scripts/site/quickChecks.ts writes; they are rendered in their order. */
function checkComponents(begin: (id: string) => VoteQuestion) {
  let current: VoteQuestion;
  const isOf = (className: string | undefined, name: string) => className === name;
  return {
    section({ id = '', className, children }: ComponentProps<'section'>) {
      if (isOf(className, 'quick-check')) current = begin(id);
      return <section>{children}</section>;
    },
    p({ className, children }: ComponentProps<'p'>) {
      // After the words “Quick check”.
      if (isOf(className, 'check-question')) current.question = toHtml((children as []).slice(1));
      return <p>{children}</p>;
    },
    summary({ className, children }: ComponentProps<'summary'>) {
      // After the mark that tells right from wrong.
      if (isOf(className, 'check-choice')) current.choices.push(toHtml((children as []).slice(1)));
      return null;
    },
  };
}

/** Words whose links would lead nowhere from the page for votes. */
function toHtml(children: ReactNode): string {
  return renderToStaticMarkup(children)
    .replaceAll(/<a\b[^>]*>|<\/a>/g, '')
    .trim();
}

function escape(text: string): string {
  return renderToStaticMarkup(<>{text}</>);
}
