import { useLayoutEffect, useRef } from 'react';
import type { PythonError } from '../../contract/python.ts';
import { grouped, shorten } from '../../lib/format.ts';
import { linesPrinted, sayLeftOut } from '../sandbox/printed.ts';
import { describeError, printedNothing } from './describe.ts';
import type { PythonRun } from './pythonRuns.ts';

interface Props {
  run: PythonRun;
  /** Leads to a line of the editor. */
  goTo: (line: number) => void;
}

/** What the reader's code printed, its value, and how it failed, where it did. */
export function Output({ run, goTo }: Props) {
  const { asked, phase, printed, value, error, problem } = run;
  const isEmpty = printed.head.length === 0 && value === undefined;
  const isStopped = error?.kind === 'Stopped';
  const isQuiet = isEmpty && !error && !problem;
  if (!asked || (isQuiet && (phase !== 'idle' || asked === 'check'))) return null;
  return (
    <div className="output">
      {error && !isStopped && <Failure error={error} goTo={goTo} />}
      {!isEmpty && <Text run={run} />}
      {isStopped && <p className="fine">{describeError(error)}</p>}
      {isQuiet && <p className="fine">{printedNothing}</p>}
      {problem && <p className="problem">{problem}</p>}
    </div>
  );
}

/** Lines that can be seen at once: from here on, how many there are is said. */
const seen = 14;

function Text({ run: { asked, printed, value } }: { run: PythonRun }) {
  const lines = linesPrinted(printed);
  const text = useRef<HTMLPreElement>(null);
  const isFollowing = useRef(true);
  const top = useRef(0);
  // As in a terminal, the newest lines are seen, until the reader scrolls back.
  useLayoutEffect(() => {
    const { current } = text;
    if (current && isFollowing.current) current.scrollTop = current.scrollHeight;
  }, [printed, value]);
  return (
    <>
      <p className="output-title">
        {asked === 'check' ? 'Printed while the checks ran your code' : 'Output'}
        {lines > seen && <span>, {grouped(lines)} lines</span>}
      </p>
      <pre
        ref={text}
        tabIndex={0}
        aria-label="What your code printed"
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          if (scrollTop < top.current) isFollowing.current = false;
          else if (scrollTop + clientHeight > scrollHeight - 8) isFollowing.current = true;
          top.current = scrollTop;
        }}
      >
        <Pieces pieces={printed.head} />
        {printed.leftOut.characters > 0 && (
          <span className="output-left-out">{sayLeftOut(printed)}</span>
        )}
        <Pieces pieces={printed.tail} />
        {value !== undefined && <span data-stream="value">{value}</span>}
      </pre>
    </>
  );
}

function Pieces({ pieces }: { pieces: PythonRun['printed']['head'] }) {
  return pieces.map(({ stream, text }, index) => (
    <span key={index} data-stream={stream}>
      {text}
    </span>
  ));
}

/** Where a frame of the traceback is in the reader's own code. */
const place = /(File "main\.py", line \d+)/;

/** Some of PyTorch's messages list a whole network; the traceback has all of it. */
const longestHeadline = 240;

function Failure({ error, goTo }: { error: PythonError; goTo: (line: number) => void }) {
  const hasTrace = error.line !== undefined;
  const said = describeError(error);
  const [frames, message] = splitTraceback(error);
  const parts = frames.split(place);
  return (
    <>
      <p className="output-title">Error</p>
      <p className="output-error">{hasTrace ? shorten(said, longestHeadline) : said}</p>
      {hasTrace && (
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
          {message && <span className="traceback-message">{message}</span>}
        </pre>
      )}
    </>
  );
}

/** The frames, whose marks below the code want to stay in their columns, and the message, which may wrap. */
function splitTraceback({ kind, traceback }: PythonError): [frames: string, message: string] {
  const text = traceback.trimEnd();
  const at = text.indexOf(`\n${kind}`) + 1;
  return at > 0 ? [text.slice(0, at), text.slice(at)] : [text, ''];
}

function lineOf(part: string): number {
  return Number(part.slice(part.lastIndexOf(' ')));
}
