import type { CheckReport, CheckResult } from '../../contract/exercises.ts';
import { shorten } from '../../lib/format.ts';
import type { MistakeText } from '../texts.ts';
import { describeReport, firstFailure } from './describeReport.ts';
import { Html } from './Html.tsx';
import { Mark } from './Mark.tsx';

interface Props {
  report: CheckReport;
  /** The answer has changed since. */
  isOld: boolean;
  mistakes: Record<string, MistakeText>;
}

/** What the checks found: in a sentence, then the mistake that the answer behaves like, then each property. */
export function Verdicts({ report, isOld, mistakes }: Props) {
  const first = firstFailure(report);
  const named = report.mistakes.flatMap((id) => (mistakes[id] ? [mistakes[id]] : []));
  return (
    <div className="verdicts" data-old={isOld || undefined} data-passed={!first || undefined}>
      <p className="verdicts-sum">
        <strong>{describeReport(report)}</strong>
        {isOld && ' You have changed your answer since then.'}
      </p>
      {named.map(({ title, html }) => (
        <div key={title} className="mistake">
          <p className="mistake-title">{title}</p>
          <Html html={html} />
        </div>
      ))}
      <ol>
        {report.results.map((result) => (
          <Verdict key={result.id} result={result} isFirst={result === first} />
        ))}
      </ol>
    </div>
  );
}

const said = new Map([
  [true, 'Passes: '],
  [false, 'Fails: '],
  [undefined, 'Not looked at yet: '],
]);

function Verdict({ result, isFirst }: { result: CheckResult; isFirst: boolean }) {
  const { title, passed, detail } = result;
  return (
    <li
      data-verdict={passed === undefined ? 'open' : passed ? 'pass' : 'fail'}
      data-first={isFirst || undefined}
    >
      <Mark passed={passed} />
      <div>
        <p className="verdict-title">
          <span className="visually-hidden">{said.get(passed)}</span>
          {title}
        </p>
        {/* Some of PyTorch's errors list a whole network. */}
        {detail && <p className="verdict-detail">{shorten(detail, 300)}</p>}
      </div>
    </li>
  );
}
