import { createButton } from '../createButton.ts';

type Answers = Record<string, () => void>;

/** A sentence with buttons at the lower edge of the window, over the page, which does not move. */
interface Notice {
  /** Says something else, with other buttons. */
  say(sentence: string, answers: Answers): void;
  close(): void;
}

/** Shows a notice; there is one at a time. */
export function showNotice(sentence: string, answers: Answers): Notice {
  document.querySelector('.update-notice')?.remove();
  const box = document.createElement('div');
  box.className = 'update-notice';
  const words = document.createElement('p');
  words.setAttribute('role', 'status');
  const buttons = document.createElement('div');
  buttons.className = 'quiet-buttons';
  box.append(words, buttons);
  document.body.append(box);

  const say: Notice['say'] = (text, offered) => {
    words.textContent = text;
    const hadFocus = buttons.contains(document.activeElement);
    buttons.replaceChildren(
      ...Object.entries(offered).map(([name, act]) => {
        const button = createButton(name);
        button.addEventListener('click', act);
        return button;
      }),
    );
    if (hadFocus) buttons.querySelector('button')?.focus();
  };
  say(sentence, answers);
  return { say, close: () => box.remove() };
}
