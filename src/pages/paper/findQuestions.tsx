import type { MDXComponents } from 'mdx/types';
import type { ComponentProps, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { chapter } from '../../../content/chapter.ts';
import { Sentence } from '../../figure/frame/Sentence.tsx';
import type { Figure } from '../../figure/figure.ts';
import { componentName, widgetNames, widgets } from '../../widgets.ts';
import { contentOf } from '../lessons.ts';
import { prose } from '../mdxComponents.tsx';
import { leadIntoLesson } from './leadIntoLesson.ts';
import { paperExercise } from './PaperExercise.tsx';

/**
 * Every question of a lesson as it is printed, in the order of the lesson: quick checks, predictions of figures and
 * exercises, each as HTML with its answer, by the lesson's id.
 * @param root the way back to the site's root
 */
export async function findQuestions(root: string): Promise<Map<string, string[]>> {
  const figures = await Promise.all(
    widgetNames.map(async (name) => (await widgets[name]()).default),
  );
  const { Aside, Term } = prose;
  const Exercise = paperExercise({ Aside, Term }, { forClass: true });
  const questions = new Map<string, string[]>();
  for (const lesson of chapter.lessons) {
    const found: string[] = [];
    const add = (question: ReactNode) => {
      const html = renderToStaticMarkup(question);
      found.push(leadIntoLesson(html, lesson.id, root));
      return null;
    };
    const predictions = figures.map((figure) => [
      componentName(figure.name),
      () => figure.asks && add(<PaperPrediction figure={figure} />),
    ]);
    const Content = contentOf(lesson);
    const components = {
      ...prose,
      ...(Object.fromEntries(predictions) as MDXComponents),
      ...checkParts(add),
      Exercise: (props: ComponentProps<typeof Exercise>) => add(<Exercise {...props} />),
      HeadingLink: () => null,
    };
    renderToStaticMarkup(<Content components={components} />);
    questions.set(lesson.id, found);
  }
  return questions;
}

/** What stands on paper for the parts that scripts/site/quickChecks.ts writes. */
function checkParts(add: (question: ReactNode) => null): MDXComponents {
  return {
    section({ className, children }: ComponentProps<'section'>) {
      if (className !== 'quick-check') return <section>{children}</section>;
      return add(<section className="paper-question">{children}</section>);
    },
    div({ className, children, ...others }: ComponentProps<'div'>) {
      if (className === 'check-answers') return <ol className="paper-choices">{children}</ol>;
      if (className === 'check-reason')
        return (
          <div className="paper-answer" data-answer="check">
            {children}
          </div>
        );
      return <div {...{ className, ...others }}>{children}</div>;
    },
    details({ className, children, ...others }: ComponentProps<'details'> & { 'data-right'?: '' }) {
      if (className === 'check-answer')
        return <li data-right={others['data-right']}>{children}</li>;
      return <details className={className}>{children}</details>;
    },
    summary({ className, children }: ComponentProps<'summary'>) {
      if (className !== 'check-choice') return <summary>{children}</summary>;
      // After the mark that tells right from wrong.
      return <p>{(children as ReactNode[]).slice(1)}</p>;
    },
  };
}

/** What a figure asks before it is looked at; a teacher reads what the class then sees. */
function PaperPrediction({ figure: { name, asks, title, notes } }: { figure: Figure }) {
  return (
    <section className="paper-question">
      <p className="check-question">
        <strong>Prediction</strong>
        <Sentence>{asks?.question ?? ''}</Sentence>
      </p>
      <ol className="paper-choices">
        {asks?.options.map((option) => (
          <li key={option}>
            <p>
              <Sentence>{option}</Sentence>
            </p>
          </li>
        ))}
      </ol>
      <div className="paper-answer" data-answer="check">
        <p>
          The figure <a href={`#${name}`}>{title}</a> answers it. {notes.demonstrate}
        </p>
      </div>
    </section>
  );
}
