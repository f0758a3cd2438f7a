/** What a reader did at a control before its figure was awake; public/scripts/early-actions.js remembers it. */
interface EarlyAction {
  control: HTMLElement;
  /** What was typed, drawn or selected; null for a click. */
  value: string | null;
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * The actions that wait for a figure, in the reader's order. The fields get the values back that the page came with,
 * since the figure's script takes no notice of a value that is there before it.
 */
export function takeEarlyActions(island: HTMLElement): EarlyAction[] {
  const all = (window as { earlyActions?: EarlyAction[] }).earlyActions ?? [];
  const mine = all.filter(({ control }) => island.contains(control));
  for (const action of mine) {
    all.splice(all.indexOf(action), 1);
    if (action.value !== null) setValue(action.control as Field, initialValue(action.control));
  }
  return mine;
}

/** Does what was waiting, now that the figure is awake. */
export function doEarlyActions(figure: HTMLElement, actions: EarlyAction[]): void {
  figure.querySelector('.waking')?.remove();
  for (const { control, value } of actions) {
    control.removeAttribute('data-waiting');
    if (value === null) {
      control.click();
      continue;
    }
    setValue(control as Field, value);
    for (const type of ['input', 'change']) {
      control.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }
}

function initialValue(control: HTMLElement): string {
  if (!(control instanceof HTMLSelectElement)) return (control as HTMLInputElement).defaultValue;
  const initial = [...control.options].find((option) => option.defaultSelected);
  return (initial ?? control.options[0])?.value ?? '';
}

/** As a reader would: React puts a setter of its own over the element's, and would not notice. */
function setValue(field: Field, value: string): void {
  // Only a reader chooses files: they are still there.
  if (field.type === 'file') return;
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value') ?? {};
  set?.call(field, value);
}
