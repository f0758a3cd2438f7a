import { lazy, Suspense, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { CodeExercise } from '../../contract/exercises.ts';
import { shorten } from '../../lib/format.ts';
import { announceReport } from '../frame/describeReport.ts';
import { Html } from '../frame/Html.tsx';
import { Verdicts } from '../frame/Verdicts.tsx';
import type { BodyProps } from '../kind.ts';
import { TakeAway } from '../takeAway/TakeAway.tsx';
import { describeEnd, describeError, describePhase, reportError } from './describe.ts';
import { Output } from './Output.tsx';
import { createPythonRuns } from './pythonRuns.ts';
import { useEditor } from './useEditor.ts';

const loadPython = async () => (await import('../sandbox/sharedPython.ts')).sharedPython();

const OwnBlock = lazy(async () => ({
  default: (await import('../ownBlock/OwnBlock.tsx')).OwnBlock,
}));

/** An editor, what its code prints, and what the checks find. */
export function CodeBody(props: BodyProps<CodeExercise, string>) {
  const { exercise, files, answer, setAnswer, setReport, report, isReportOld, announce } = props;
  const { starter = '', checks = '' } = files;
  const text = answer ?? starter;
  const { needsNetwork } = exercise;
  const runs = useMemo(() => createPythonRuns(loadPython, needsNetwork), [needsNetwork]);
  const state = useStore(runs.store);
  const results = useRef<HTMLDivElement>(null);

  const run = () => void finish(runs.run(text));
  const check = () =>
    void finish(
      runs.check(text, checks).then((found) => {
        const { error } = runs.store.getState();
        if (error?.kind === 'Stopped') return undefined;
        const all = error ? reportError(error, found) : found;
        if (all) take(all);
        return all;
      }),
    );
  const take = (found: NonNullable<typeof report>) => {
    setReport(found, text);
    const titles = found.mistakes.flatMap((id) => props.mistakes[id]?.title ?? []);
    announce(announceReport(found, titles));
  };
  const finish = async (work: Promise<unknown>) => {
    if (state.phase !== 'idle') return;
    editor.current?.showError(null);
    const found = await work;
    const { error } = runs.store.getState();
    if (error?.line)
      editor.current?.showError({ line: error.line, message: shorten(describeError(error), 200) });
    const end = describeEnd(runs.store.getState());
    // What a check found has been announced.
    if (end && !found) announce(end);
    results.current?.scrollIntoView({ block: 'nearest' });
  };
  const {
    place,
    editor,
    state: editing,
    canUndo,
  } = useEditor({
    exercise: exercise.id,
    label: `Your code for “${exercise.title}”`,
    ...{ text, isReading: props.isReading, onCheck: check, onRun: run },
    onChange: setAnswer,
  });
  const isBusy = state.phase !== 'idle';
  const isCheck = state.asked === 'check';

  // What was asked for comes first.
  const output = <Output key="output" run={state} goTo={(line) => editor.current?.goTo(line)} />;
  const hasVerdicts = report && (report.results.length > 1 || !(state.error && isCheck));
  const verdicts = hasVerdicts && (
    <Verdicts key="verdicts" report={report} isOld={isReportOld} mistakes={props.mistakes} />
  );

  return (
    <>
      <div className="workbench" data-editor={editing} translate="no">
        <p className="code-bar">
          <span>Python</span>
        </p>
        <div ref={place} className="editor" />
        {editing !== 'here' && <Html html={props.starter ?? ''} className="editor-stand-in" />}
        <div className="workbench-bar">
          <button type="button" className="primary" aria-disabled={isBusy} onClick={check}>
            Check
          </button>
          {isBusy ? (
            <button type="button" onClick={runs.stop}>
              Stop
            </button>
          ) : (
            <button type="button" onClick={run}>
              Run
            </button>
          )}
          {text === starter && canUndo ? (
            <button type="button" className="quiet" onClick={() => editor.current?.undo()}>
              Bring my code back
            </button>
          ) : (
            <button
              type="button"
              className="quiet"
              disabled={isBusy || text === starter}
              onClick={() => setAnswer(starter)}
            >
              Reset
            </button>
          )}
          <p className="workbench-status">{describePhase(state)}</p>
          {state.progress?.for === 'download' && (
            <progress
              aria-label="Fetching Python"
              value={state.progress.received}
              max={state.progress.total}
            />
          )}
        </div>
      </div>
      <p className="fine workbench-keys">
        Run shows what your code prints, Check tests what it defines.{' '}
        <span className="keys">
          Shift+Enter runs, Ctrl+Enter checks. Tab indents; press Escape, then Tab, to leave the
          editor.
        </span>
      </p>
      <div ref={results}>{isCheck ? [verdicts, output] : [output, verdicts]}</div>
      {exercise.trains && report && (
        <Suspense>
          <OwnBlock
            {...{ code: text, loadPython, announce }}
            className={exercise.defines[0] ?? ''}
          />
        </Suspense>
      )}
      <TakeAway exercise={exercise} code={text} />
    </>
  );
}
