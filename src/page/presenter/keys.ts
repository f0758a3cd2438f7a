/** What a key asks of a presentation. */
export type Command =
  | { do: 'next' | 'previous' | 'first' | 'last' }
  | { do: 'black' | 'laser' | 'notes' | 'fullScreen' | 'leave' | 'replay' | 'code' | 'keys' }
  /** A digit of a screen's number, and the end of the number. */
  | { do: 'digit'; digit: string }
  | { do: 'jump' };

/** What has the keyboard, as far as it has uses for keys of its own. */
export type Holder = 'text' | 'slider' | 'choice' | 'button' | 'page';

const commands: Record<string, Command> = {
  ArrowRight: { do: 'next' },
  ArrowDown: { do: 'next' },
  PageDown: { do: 'next' },
  ' ': { do: 'next' },
  ArrowLeft: { do: 'previous' },
  ArrowUp: { do: 'previous' },
  PageUp: { do: 'previous' },
  Backspace: { do: 'previous' },
  Home: { do: 'first' },
  End: { do: 'last' },
  b: { do: 'black' },
  '.': { do: 'black' },
  l: { do: 'laser' },
  n: { do: 'notes' },
  r: { do: 'replay' },
  q: { do: 'code' },
  '?': { do: 'keys' },
  f: { do: 'fullScreen' },
  Escape: { do: 'leave' },
  Enter: { do: 'jump' },
};

/** Keys that what holds the keyboard uses itself; a clicker's PageUp and PageDown are in none but text. */
const own: Record<Exclude<Holder, 'text'>, RegExp> = {
  slider: /^(Arrow.*|Home|End)$/,
  choice: /^(Arrow.*|Home|End| |Enter|.)$/,
  button: /^( |Enter)$/,
  page: /^$/,
};

/**
 * What a key asks for; undefined where it is for something else.
 * @param isNumbering digits have been typed, which Enter ends wherever the keyboard is
 */
export function commandOf(
  {
    key,
    ctrlKey,
    metaKey,
    altKey,
    shiftKey,
  }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  holder: Holder,
  isNumbering: boolean,
): Command | undefined {
  if (ctrlKey || metaKey || altKey || holder === 'text') return undefined;
  if (key === 'Enter' && isNumbering) return { do: 'jump' };
  if (own[holder].test(key)) return undefined;
  if (/^\d$/.test(key)) return { do: 'digit', digit: key };
  if (key === ' ' && shiftKey) return { do: 'previous' };
  return commands[key.length === 1 ? key.toLowerCase() : key];
}

/**
 * What holds the keyboard. Inside a shadow root, where the editors are, it is the element that has the root. An open
 * dialog keeps all keys to itself.
 */
export function holderOf(target: EventTarget | null): Holder {
  if (document.querySelector('dialog[open]')) return 'text';
  if (!(target instanceof Element)) return 'page';
  if (target.matches('input[type=range], [role=slider]')) return 'slider';
  if (target.matches('select, input[type=radio], [role=tab], [role=radio]')) return 'choice';
  if (target.matches('button, summary, a[href], input[type=checkbox], input[type=file], label'))
    return 'button';
  const isText = target.matches('input, textarea, [contenteditable]') || target.shadowRoot !== null;
  return isText ? 'text' : 'page';
}
