import { copyText } from '../../../lib/copyText.ts';
import { readStored, store } from '../../../lib/deviceStorage.ts';
import { siteUrl } from '../../../lib/siteUrl.ts';
import { drawCode } from '../../../ui/code/drawCode.ts';
import { reachOf } from '../../../ui/code/reachOf.ts';
import { showCode } from '../../../ui/code/showCode.ts';
import { hideable, placeOf, writeClassLink } from '../classLink.ts';

/** Brings the page that makes links for a class to life: what is chosen becomes an address and its QR code at once. */
export function offerClassForm(): void {
  const form = document.querySelector<HTMLFormElement>('[data-class-form]');
  if (!form) return;
  const part = <E extends HTMLElement>(selector: string) => form.querySelector(selector) as E;
  const start = part<HTMLSelectElement>('[name="start"]');
  const pasted = part<HTMLInputElement>('[name="pasted"]');
  const title = part<HTMLInputElement>('[name="title"]');
  const problem = part('[data-problem]');
  const link = part<HTMLInputElement>('[data-link]');
  const status = part('[data-status]');
  const root = siteUrl();
  const paths = [...start.options].flatMap(({ value }) => (value.includes('#') ? [] : [value]));

  const show = () => {
    const place = pasted.value.trim() ? placeOf(pasted.value, root, paths) : root + start.value;
    problem.textContent = place
      ? ''
      : 'This link does not lead into a lesson of this site. Copy it with “Copy link” below a figure.';
    pasted.setAttribute('aria-invalid', String(!place));
    start.disabled = pasted.value.trim() !== '';
    const hides = hideable.filter((one) => part<HTMLInputElement>(`[value="${one}"]`).checked);
    link.value = writeClassLink({ start: place ?? root + start.value, hides, title: title.value });
    part('[data-code]').replaceChildren(drawCode(link.value));
    part('[data-reach]').textContent = reachOf(link.value);
    status.textContent = '';
  };
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  part('[data-copy]').addEventListener('click', () => {
    void copyText(link.value).then((isCopied) => {
      link.select();
      status.textContent = isCopied
        ? 'Link copied.'
        : 'Your browser did not allow copying. The link is selected: press Ctrl+C, or ⌘C on a Mac.';
    });
  });
  part('[data-large]').addEventListener('click', () => {
    const chosen = start.selectedOptions[0]?.textContent;
    showCode(link.value, title.value.trim() || chosen || 'Skip connections');
  });
  show();
  form.hidden = false;
  offerAsking();
}

/** Whether every question has “Ask the room” on this device. */
function offerAsking(): void {
  const box = document.querySelector<HTMLInputElement>('[data-ask-room]');
  if (!box) return;
  box.checked = readStored('ask-room') === 'on';
  box.addEventListener('change', () => {
    store('ask-room', box.checked ? 'on' : 'off');
    document.documentElement.toggleAttribute('data-asks-room', box.checked);
  });
}
