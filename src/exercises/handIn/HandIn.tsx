import { useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { saveText } from '../../figure/export/save.ts';
import {
  problemOf,
  readStored,
  sayUnkept,
  store,
  type StorageProblem,
} from '../../lib/deviceStorage.ts';
import { FileButton } from '../../ui/controls/FileButton.tsx';
import { deleteAnswers } from '../answers/deleteAnswers.ts';
import { exportAnswers } from '../answers/exportAnswers.ts';
import { importAnswers } from '../answers/importAnswers.ts';
import { AnswersFileError, readAnswersFile } from '../answers/readAnswersFile.ts';
import { DeleteAnswers } from './DeleteAnswers.tsx';

const nameKey = 'reader-name';
const readName = () => readStored(nameKey) ?? '';
const neverChanges = () => () => undefined;

interface Props {
  /** Why answers cannot be read, if they cannot. */
  problem: StorageProblem | null;
  /** How many answers there are. */
  count: number;
  /** How far the reader is. */
  children: ReactNode;
}

/** The reader's name, their progress, and what can be done with all answers together. */
export function HandIn({ problem, count, children }: Props) {
  const known = useSyncExternalStore(neverChanges, readName, () => '');
  const [typed, setName] = useState<string>();
  const name = typed ?? known;
  const [said, say] = useState('');
  const status = useRef<HTMLParagraphElement>(null);

  const download = async () => {
    const file = await exportAnswers(name.trim());
    const whose = name
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-');
    saveText(
      `answers${whose && '-'}${whose}.json`,
      'application/json',
      `${JSON.stringify(file, null, 1)}\n`,
    );
    say('Your answers are in the downloaded file.');
  };
  const open = async (file: File) => {
    const { answers } = await readAnswersFile(file);
    await importAnswers(answers);
    const count = answers.length === 1 ? 'One answer' : `${answers.length} answers`;
    say(
      `${count} from ${file.name}. Where you had another, the later one shows, and the other is kept beside it.`,
    );
  };
  const remove = async () => {
    await deleteAnswers();
    setName('');
    store(nameKey, '');
    say('All answers are deleted.');
    status.current?.focus();
  };
  const attempt = (work: Promise<void>) =>
    void work.catch((error: unknown) =>
      say(
        error instanceof AnswersFileError
          ? error.message
          : sayUnkept(problemOf(error), 'what is here'),
      ),
    );

  return (
    <div className="hand-in">
      <label>
        Your name, for whoever reads this
        <input
          type="text"
          value={name}
          maxLength={100}
          autoComplete="name"
          onChange={({ target }) => {
            setName(target.value);
            store(nameKey, target.value);
          }}
        />
      </label>
      <p className="hand-in-progress">{children}</p>
      <div className="buttons">
        <button
          type="button"
          className="primary"
          disabled={count === 0}
          onClick={() => attempt(download())}
        >
          Download my answers
        </button>
        <button type="button" onClick={() => print()}>
          Print
        </button>
        <FileButton
          accept=".json,application/json"
          label="Answers to open"
          choose={(file) => attempt(open(file))}
        >
          Open a file of answers
        </FileButton>
      </div>
      <DeleteAnswers
        count={count}
        download={() => attempt(download())}
        remove={() => attempt(remove())}
      />
      <p role="status" ref={status} tabIndex={-1}>
        {problem ? sayUnkept(problem, 'an answer') : said}
      </p>
    </div>
  );
}
