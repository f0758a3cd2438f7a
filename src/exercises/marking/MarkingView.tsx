import { useRef, useState } from 'react';
import type { Exercise } from '../../contract/exercises.ts';
import { saveText } from '../../figure/export/save.ts';
import { toCsv } from '../../figure/tools/table.ts';
import { day } from '../../lib/format.ts';
import type { AskedLesson } from '../handIn/AnswersView.tsx';
import { ClassTable } from './ClassTable.tsx';
import { FilesToMark } from './FilesToMark.tsx';
import type { HandedIn } from './handedIn.ts';
import { OpenAnswer } from './OpenAnswer.tsx';
import { cellKey, toTable } from './toTable.ts';
import { useMarking } from './useMarking.ts';

interface Props {
  lessons: AskedLesson[];
  /** The way to the site's root. */
  root: string;
}

/** The answers of a class, from the files that learners downloaded: a table, each answer, and the checks again. */
export function MarkingView({ lessons, root }: Props) {
  const all = lessons.flatMap(({ exercises }) => exercises);
  const marking = useMarking(all);
  const { handedIn, found, progress, problems } = marking;
  const [lesson, setLesson] = useState('');
  const [opened, setOpened] = useState<{ learner: HandedIn; exercise: Exercise } | null>(null);
  const opener = useRef<HTMLElement>(null);
  const shown = lessons.filter(({ id }) => lesson === '' || id === lesson);
  const download = () => {
    const table = toTable(handedIn, all, found);
    const source = `Skip Connections, ${day(new Date().toISOString())}`;
    saveText('answers.csv', 'text/csv', toCsv(table, source));
  };

  return (
    <div className="marking">
      <FilesToMark add={(files) => void marking.add(files)} problems={problems} />
      {handedIn.length > 0 && (
        <>
          <div className="marking-bar">
            <label>
              Lesson
              <select value={lesson} onChange={({ target }) => setLesson(target.value)}>
                <option value="">All lessons</option>
                {lessons.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
            {progress ? (
              <button type="button" onClick={marking.stop}>
                Stop
              </button>
            ) : (
              <button
                type="button"
                className="primary"
                disabled={marking.jobs === 0}
                onClick={() => void marking.check()}
              >
                Run the checks again
              </button>
            )}
            <button type="button" onClick={download}>
              Download CSV
            </button>
            <button
              type="button"
              disabled={progress !== null}
              onClick={() => {
                setOpened(null);
                marking.remove();
              }}
            >
              Remove the files
            </button>
          </div>
          <div className="marking-progress">
            <p role="status">
              {progress
                ? `Checking ${progress.job} of ${progress.jobs}: ${progress.says}`
                : marking.said}
            </p>
            {progress && (
              <progress aria-label="Answers checked" value={progress.job - 1} max={progress.jobs} />
            )}
          </div>
          <ClassTable
            {...{ handedIn, found }}
            lessons={shown}
            open={(learner, exercise, button) => {
              opener.current = button;
              setOpened({ learner, exercise });
            }}
          />
          {opened && (
            <OpenAnswer
              key={cellKey(opened.learner, opened.exercise)}
              {...opened}
              {...{ root, found: found.get(cellKey(opened.learner, opened.exercise)) }}
              close={() => {
                setOpened(null);
                opener.current?.focus();
              }}
            />
          )}
        </>
      )}
    </div>
  );
}
