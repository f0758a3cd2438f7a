import { keptHere, type KeptThing } from '../../../contract/keptHere.ts';
import { createButton } from '../../createButton.ts';
import { measureKept, sayAmount } from './measureKept.ts';
import { removeEverything, removeKept, type Undo } from './removeKept.ts';

/**
 * Says in the table of the settings page how much is kept of each thing, and deletes it after a question.
 * @param onChange what was deleted, or brought back, may be the settings
 */
export function offerStorage(page: HTMLElement, onChange: () => void): void {
  const status = page.querySelector<HTMLElement>('[data-storage-status]');
  const rows = keptHere.map((thing) => ({
    thing,
    row: page.querySelector<HTMLElement>(`[data-kept="${thing.id}"]`),
  }));
  const measure = async () => {
    await Promise.all(rows.map(({ thing, row }) => showAmount(thing, row)));
    onChange();
  };
  const say = (words: string, undo?: Undo | null) => {
    if (!status) return;
    status.textContent = words;
    if (!undo) return;
    const button = createAction('Undo', () => {
      void undo().then(async () => {
        await measure();
        say('It is back.');
        status.focus();
      });
    });
    status.append(' ', button);
  };
  for (const { thing, row } of rows) {
    offerQuestion(row, `Delete this: ${thing.name}?`, async () => {
      const undo = await removeKept(thing).catch(() => undefined);
      await measure();
      say(
        undo === undefined ? 'The browser did not let it be deleted.' : `Deleted: ${thing.name}.`,
        undo,
      );
      status?.focus();
    });
  }
  offerQuestion(
    page.querySelector<HTMLElement>('[data-delete-everything]'),
    'Delete everything in this list? This cannot be undone.',
    async () => {
      const left = await removeEverything();
      await measure();
      say(
        left.length === 0
          ? 'Everything is deleted: this site keeps nothing on this device now.'
          : `Deleted, except: ${left.join('; ')}. Close the other tabs of this site and try again.`,
      );
      status?.focus();
    },
  );
  void measure();
}

async function showAmount(thing: KeptThing, row: HTMLElement | null): Promise<void> {
  const amount = await measureKept(thing);
  const place = row?.querySelector('[data-amount]');
  if (place) place.textContent = sayAmount(amount, thing.database?.noun);
  row?.querySelector('button')?.toggleAttribute('disabled', !amount.isAny);
}

/** The row's button asks first, in its place. */
function offerQuestion(row: HTMLElement | null, question: string, act: () => Promise<void>): void {
  const button = row?.querySelector('button');
  if (!button) return;
  button.addEventListener('click', () => {
    const asked = document.createElement('div');
    asked.className = 'storage-question';
    asked.setAttribute('role', 'group');
    asked.setAttribute('aria-label', question);
    const words = document.createElement('p');
    words.textContent = question;
    const end = () => {
      asked.remove();
      button.hidden = false;
    };
    const keep = createAction('Keep', () => {
      end();
      button.focus();
    });
    const remove = createAction('Delete', () => {
      end();
      void act();
    });
    asked.append(words, remove, keep);
    button.hidden = true;
    button.after(asked);
    keep.focus();
  });
}

function createAction(label: string, act: () => void): HTMLButtonElement {
  const button = createButton(label);
  button.addEventListener('click', act);
  return button;
}
