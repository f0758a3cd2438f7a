/** A button that does nothing yet, with its words and its class, if it has one. */
export function createButton(label: string, className?: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  if (className) button.className = className;
  return button;
}
