import type { Chapter } from '../../content/chapter.ts';
import graders from '../../content/exercises/graders.json';
import { exerciseOf } from './exercises/exerciseContent.tsx';
import { TopBar } from './TopBar.tsx';

interface Props {
  chapter: Chapter;
  root: string;
}

/** What a grader made of the answers that it was tried on. */
interface Row {
  id: string;
  right: number;
  accepted: number;
  wrong: number;
  caught: number;
  named: number;
}

/** How often the graders of the code exercises are right, from the answers that the tests keep. */
export function GradersPage({ chapter, root }: Props) {
  const rows: Row[] = graders;
  const placed = chapter.lessons.flatMap(({ id: lesson }) =>
    rows
      .map((row) => ({ row, exercise: exerciseOf(row.id) }))
      .filter(({ exercise }) => exercise?.lesson === lesson),
  );
  const total = (key: Exclude<keyof Row, 'id'>) => rows.reduce((sum, row) => sum + row[key], 0);
  return (
    <>
      <TopBar chapter={chapter} root={root} currentId="graders" />
      <main id="main">
        <article className="lesson">
          <h1>How the graders were graded</h1>
          <p>
            Can you trust a verdict on your code? Each exercise’s checks were tried on answers whose
            verdict was known beforehand: {total('right')} right ones, written in as many ways as we
            could think of, and {total('wrong')} wrong ones, each with a mistake put in on purpose.
          </p>
          <table className="graders">
            <thead>
              <tr>
                <th scope="col">Exercise</th>
                <th scope="col">Right answers accepted</th>
                <th scope="col">Wrong answers caught</th>
                <th scope="col">Mistake named</th>
              </tr>
            </thead>
            <tbody>
              {placed.map(({ row, exercise }) => (
                <tr key={row.id}>
                  <th scope="row">
                    <a href={`${root}${exercise?.lesson}/#exercise-${row.id}`}>{exercise?.title}</a>
                  </th>
                  <td>{share(row.accepted, row.right)}</td>
                  <td>{share(row.caught, row.wrong)}</td>
                  <td>{share(row.named, row.wrong)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">Together</th>
                <td>{share(total('accepted'), total('right'))}</td>
                <td>{share(total('caught'), total('wrong'))}</td>
                <td>{share(total('named'), total('wrong'))}</td>
              </tr>
            </tfoot>
          </table>
          <h2>What is counted</h2>
          <p>
            An answer is <strong>accepted</strong> when it has every property that the exercise asks
            for, and <strong>caught</strong> when it lacks one. Code is judged by what it computes;
            how it is written makes no difference.
          </p>
          <p>
            A mistake is <strong>named</strong> when the reader is told which one it was, such as a
            ReLU before the addition. Where no known mistake fits, the reader learns only which
            property is missing. Not one of these answers was told of a mistake that it doesn’t
            make.
          </p>
          <p>
            Each exercise’s own solution passes. The code that you start from doesn’t, and neither
            does a class with nothing in it.
          </p>
          <h2>The page and PyTorch</h2>
          <p>
            The PyTorch that runs in this page was written for it, so the checks were run on the
            real one as well, version 1.13. The verdicts on all {total('right') + total('wrong')}{' '}
            answers are the same: the same properties are missing, and the same mistakes are named.
          </p>
          <p>
            The answers are kept in <code translate="no">tests/exercises/</code>, and tests grade
            some of them again at every change to the chapter, and all of an exercise’s when its
            checks change.
          </p>
        </article>
      </main>
    </>
  );
}

function share(part: number, whole: number): string {
  return `${part}\u00a0of\u00a0${whole}`;
}
