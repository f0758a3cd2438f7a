import type { Chapter } from '../../content/chapter.ts';
import glossary from '../../content/glossary.json';
import { HeadingLink } from './HeadingLink.tsx';
import { termId } from './termId.ts';
import { TopBar } from './TopBar.tsx';

/** Every term of the chapter in alphabetical order, with the lesson that explains it. */
export function GlossaryPage({ chapter, root }: { chapter: Chapter; root: string }) {
  const terms = glossary.toSorted((a, b) => a.term.localeCompare(b.term, 'en-GB'));
  return (
    <>
      <TopBar chapter={chapter} root={root} currentId="glossary" />
      <main id="main">
        <article className="lesson">
          <h1>Glossary</h1>
          <dl className="glossary">
            {terms.map(({ term, definition, lesson }) => {
              const index = chapter.lessons.findIndex(({ id }) => id === lesson);
              return (
                <div key={term} id={termId(term)}>
                  <dt>
                    {term}
                    <HeadingLink to={termId(term)} what="term" />
                  </dt>
                  <dd>
                    {definition}{' '}
                    <a href={`${root}${lesson}/`} className="fine">
                      Lesson&nbsp;{index + 1}: {chapter.lessons[index]?.title}
                    </a>
                  </dd>
                </div>
              );
            })}
          </dl>
        </article>
      </main>
    </>
  );
}
