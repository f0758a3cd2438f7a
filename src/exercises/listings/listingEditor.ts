import { createEditor, type Editor } from '../editor/createEditor.ts';
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
  /** Prints the listing again as it was. */
  close(): void;
}

/** Puts an editor in the place of a listing, and the cursor into it. What is written there is not kept. */
export function editListing({ block, code, run }: Listing): ListingEditor {
  const printed = [...code.childNodes].map((node) => node.cloneNode(true));
  const pre = code.closest('pre') ?? code;
  const place = document.createElement('div');
  place.className = 'editor listing-editor';
  place.translate = false;
  pre.before(place);
  pre.hidden = true;
  const editor = createEditor(place, {
    label: 'The listing, to be changed',
    text: code.textContent.trimEnd(),
    onChange: (text) => (code.textContent = text),
    onCheck: run,
    onRun: run,
  });
  block.dataset['edited'] = '';
  editor.goTo(1);
  return {
    mark: editor.showError,
    close() {
      editor.destroy();
      place.remove();
      code.replaceChildren(...printed);
      pre.hidden = false;
      delete block.dataset['edited'];
    },
  };
}
