import { createEditor, type Editor } from '../editor/createEditor.ts';
import { keepListing, keptListing } from './keptListing.ts';
import '../code/workbench.css';
import './listings.css';

interface Listing {
  /** Holds the code as it is printed, in a `pre`. */
  block: HTMLElement;
  /** Its text follows the editor's. */
  code: HTMLElement;
  run: () => void;
}

/** A listing that the reader changes. */
export interface ListingEditor {
  /** Marks the line that an error is on; null unmarks. */
  mark: Editor['showError'];
  /** Prints the listing again as it was, and forgets what was made of it. */
  close(): void;
}

/** Puts an editor in the place of a listing, with what the reader had made of it, and the cursor into it. */
export function editListing({ block, code, run }: Listing): ListingEditor {
  const printed = [...code.childNodes].map((node) => node.cloneNode(true));
  const original = code.textContent.trimEnd();
  const text = keptListing(original) ?? original;
  if (text !== original) code.textContent = text;
  const pre = code.closest('pre') ?? code;
  const place = document.createElement('div');
  place.className = 'editor listing-editor';
  place.translate = false;
  pre.before(place);
  pre.hidden = true;
  const editor = createEditor(place, {
    label: 'The listing, to be changed',
    text,
    onChange(now) {
      code.textContent = now;
      keepListing(original, now);
    },
    onCheck: run,
    onRun: run,
  });
  block.dataset['edited'] = '';
  editor.goTo(1);
  return {
    mark: editor.showError,
    close() {
      keepListing(original, original);
      editor.destroy();
      place.remove();
      code.replaceChildren(...printed);
      pre.hidden = false;
      delete block.dataset['edited'];
    },
  };
}
