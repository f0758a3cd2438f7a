/** A question as the page shows it, to be put to the room. */
export interface RoomQuestion {
  /** Lesson and id, such as `residual/check-one-value`. */
  id: string;
  /** Such as `Quick check`. */
  kind: string;
  question: Node[];
  choices: Node[][];
  /** Of a quick check: which choice is right, and why. */
  answer?: { right: number; reason: Node[] };
  /** Of a prediction, which the figure itself answers: makes it. */
  predict?: (choice: number) => void;
}

/** The question that a button “Ask the room” belongs to; null where there is none. */
export function readQuestion(button: Element): RoomQuestion | null {
  const lesson = document.querySelector<HTMLElement>('[data-lesson]')?.dataset['lesson'] ?? '';
  const check = button.closest<HTMLElement>('.quick-check');
  if (check) return readCheck(check, lesson);
  const box = button.closest<HTMLElement>('.prediction');
  return box && readPrediction(box, lesson);
}

function readCheck(check: HTMLElement, lesson: string): RoomQuestion {
  const [, ...question] = copiesIn(check.querySelector('.check-question'));
  const answers = [...check.querySelectorAll<HTMLElement>('.check-answer')];
  const right = answers.findIndex(({ dataset }) => 'right' in dataset);
  return {
    ...{ id: `${lesson}/${check.id}`, kind: 'Quick check', question },
    choices: answers.map((answer) => copiesIn(answer.querySelector('.check-choice > span'))),
    answer: { right, reason: copiesIn(answers[right]?.querySelector('.check-reason')) },
  };
}

function readPrediction(box: HTMLElement, lesson: string): RoomQuestion {
  const figure = box.closest('figure')?.id ?? '';
  const [, ...question] = copiesIn(box.querySelector('p'));
  const buttons = [...box.querySelectorAll<HTMLElement>('.buttons button')];
  return {
    ...{ id: `${lesson}/${figure}`, kind: 'Prediction', question },
    choices: buttons.map((button) => copiesIn(button)),
    predict: (choice) => buttons[choice]?.click(),
  };
}

/** Copies of what is in a part of the page, without ids, which must stay one of a kind. */
function copiesIn(part: Element | null | undefined): Node[] {
  return [...(part?.childNodes ?? [])].map((node) => {
    const copy = node.cloneNode(true);
    if (copy instanceof Element)
      for (const one of [copy, ...copy.querySelectorAll('[id]')]) one.removeAttribute('id');
    return copy;
  });
}
