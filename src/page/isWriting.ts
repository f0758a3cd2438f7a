/** Whether keys that are pressed here write something. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  // Also inside a shadow root, where the editors are, a key's target is the element that holds it.
  return target.matches('input, textarea, select, [contenteditable]') || target.shadowRoot !== null;
}
