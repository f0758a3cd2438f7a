import type { PythonError } from '../../contract/python.ts';
import { describeError } from './describe.ts';
import type { PythonRun } from './pythonRuns.ts';

interface Props {
  run: PythonRun;
  /** Leads to a line of the editor. */
  goTo: (line: number) => void;
}

/** What the reader's code printed, its value, and how it failed, where it did. */
export function Output({ run, goTo }: Props) {
  const { asked, phase, output, isCut, value, error, problem } = run;
  const isQuiet = output.length === 0 && value === undefined && !error && !problem;
  if (!asked || (isQuiet && (phase !== 'idle' || asked === 'check'))) return null;
  return (
    <div className="output">
      <p className="output-title">{error ? 'Error' : 'Output'}</p>
      {(output.length > 0 || value !== undefined) && (
        <pre tabIndex={0} aria-label="What your code printed">
          {output.map(({ stream, text }, index) => (
            <span key={index} data-stream={stream}>
              {text}
            </span>
          ))}
          {value !== undefined && <span data-stream="value">{value}</span>}
        </pre>
      )}
      {isCut && <p className="fine">Your code printed more than is shown here.</p>}
      {isQuiet && <p className="fine">Your code ran and printed nothing.</p>}
      {problem && <p className="problem">{problem}</p>}
      {error && <Failure error={error} goTo={goTo} />}
    </div>
  );
}

/** Where a frame of the traceback is in the reader's own code. */
const place = /(File "main\.py", line \d+)/;

function Failure({ error, goTo }: { error: PythonError; goTo: (line: number) => void }) {
  const parts = error.traceback.trimEnd().split(place);
  return (
    <>
      <p className="output-error">{describeError(error)}</p>
      {error.line !== undefined && (
        <pre className="traceback" tabIndex={0} aria-label="Python’s traceback">
          {parts.map((part, index) =>
            index % 2 === 0 ? (
              part
            ) : (
              <button key={index} type="button" onClick={() => goTo(lineOf(part))}>
                {part}
              </button>
            ),
          )}
        </pre>
      )}
    </>
  );
}

function lineOf(part: string): number {
  return Number(part.slice(part.lastIndexOf(' ')));
}
