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
  predict?: {
    /** Of all choices, rather than one of them. */
    isOrder: boolean;
    /** @param choices the most chosen first */
    make: (choices: readonly number[]) => void;
  };
}

/** The question that a button “Ask the room” belongs to; null where there is none. */
export function readQuestion(button: Element): RoomQuestion | null {
  const lesson = document.querySelector<HTMLElement>('[data-lesson]')?.dataset['lesson'] ?? '';
  const check = button.closest<HTMLElement>('.quick-check');
  if (check) return readCheck(check, lesson);
  const box = button.closest<HTMLElement>('.prediction');
  return box && readPrediction(box, lesson, button.getAttribute('data-question'));
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

/** @param first of an order: what a room is asked instead */
function readPrediction(box: HTMLElement, lesson: string, first: string | null): RoomQuestion {
  const figure = box.closest('figure')?.id ?? '';
  const [, ...question] = copiesIn(box.querySelector('p'));
  const buttons = [...box.querySelectorAll<HTMLElement>('.buttons button')];
  return {
    ...{ id: `${lesson}/${figure}`, kind: 'Prediction' },
    question: first === null ? question : [document.createTextNode(first)],
    // Without the number of its place in an order.
    choices: buttons.map((button) => copiesIn(button.querySelector('.option') ?? button)),
    predict: {
      isOrder: first !== null,
      make(choices) {
        const pressed = buttons.filter(
          (one) => first !== null && one.getAttribute('aria-pressed') === 'true',
        );
        const chosen = first === null ? choices.slice(0, 1) : choices;
        for (const one of [...pressed, ...chosen.map((choice) => buttons[choice])]) one?.click();
      },
    },
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
