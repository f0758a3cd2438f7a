import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyField,
  historyKeymap,
  indentWithTab,
  isolateHistory,
  undo,
  undoDepth,
} from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { Annotation, EditorState, Prec, type Extension } from '@codemirror/state';
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { colours } from './colours.ts';
import { errorLine, showErrorLine } from './errorLine.ts';
import styles from './editor.css?inline';
import { findGap } from './findGap.ts';
import { hangingIndent } from './hangingIndent.ts';

interface Options {
  /** What screen readers call it. */
  label: string;
  text: string;
  /** What `past()` returned when the text was the same; anything else is no past. */
  past?: unknown;
  /** The reader has changed the text; whether there is anything to undo. */
  onChange: (text: string, canUndo: boolean) => void;
  /** Ctrl-Enter, or Command-Enter. */
  onCheck: () => void;
  /** Shift-Enter. */
  onRun: () => void;
}

/** An editor for Python in the page. */
export interface Editor {
  /** Puts another text in its place; the reader can undo it. */
  setText(text: string): void;
  /** Takes the last change back, as Ctrl-Z does: one of the reader's, or another text that was put in its place. */
  undo(): void;
  canUndo(): boolean;
  /** The text and all that can be undone, as JSON. */
  past(): unknown;
  /** Marks a line, from 1, and says below it what is wrong there, until the line is changed; null unmarks. */
  showError(error: { line: number; message: string } | null): void;
  /** Puts the cursor into a line, from 1, and brings it to view. */
  goTo(line: number): void;
  /** Brings what the reader has to write to view, without the page around the editor: the first line of three dots. */
  showGap(): void;
  /** Gives the room that it takes back. */
  destroy(): void;
}

/** A change that is not the reader's. */
const fromOutside = Annotation.define<boolean>();

/**
 * Puts an editor into a place. It lives in a shadow tree: there its styles need no style element, which a host
 * may forbid (Content-Security-Policy: default-src 'self').
 */
export function createEditor(place: HTMLElement, options: Options): Editor {
  const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const view = new EditorView({ state: open(options), parent: root, root });
  // Out of sight it measures no line, and would take too little room (workbench.css).
  place.style.setProperty('--lines', String(view.state.doc.lines));
  const fit = () => place.style.removeProperty('--lines');
  view.contentDOM.addEventListener('focus', fit, { once: true });
  return {
    setText(text) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: [fromOutside.of(true), isolateHistory.of('full')],
      });
    },
    undo: () => void undo(view),
    canUndo: () => undoDepth(view.state) > 0,
    past: () => view.state.toJSON({ history: historyField }) as unknown,
    showError: (error) => view.dispatch({ effects: showErrorLine.of(error) }),
    goTo(number) {
      const line = view.state.doc.line(Math.min(number, view.state.doc.lines));
      const end = line.from + line.text.trimEnd().length;
      view.dispatch({
        selection: { anchor: end },
        effects: EditorView.scrollIntoView(end, { y: 'center' }),
      });
      view.focus();
    },
    showGap() {
      const gap = findGap(view.state.doc.toString());
      if (!gap) return;
      bringToView(view, gap.from);
      // Out of sight it measures nothing, and lines that wrap are higher than it thinks.
      const seen = new IntersectionObserver((entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        seen.disconnect();
        bringToView(view, gap.from);
      });
      seen.observe(view.dom);
    },
    destroy: () => view.destroy(),
  };
}

/** Scrolls the editor alone; where a line is, is only known for sure once it is drawn. */
function bringToView(view: EditorView, at: number, tries = 8): void {
  const { scrollDOM } = view;
  view.requestMeasure({
    read() {
      const drawn = view.coordsAtPos(at);
      return drawn
        ? drawn.bottom - scrollDOM.getBoundingClientRect().top
        : view.lineBlockAt(at).bottom - scrollDOM.scrollTop;
    },
    write(below) {
      const { clientHeight } = scrollDOM;
      if (below < 0 || below > clientHeight) scrollDOM.scrollTop += below - clientHeight / 2;
      if (tries > 1) bringToView(view, at, tries - 1);
    },
  });
}

/** The text with its past, where that is the past of this text. */
function open({ text, past, ...options }: Options): EditorState {
  const extensions = extend(options);
  try {
    const state = EditorState.fromJSON(past, { extensions }, { history: historyField });
    if (state.doc.toString() === text) return state;
  } catch {
    // None is kept, or it is not from this editor.
  }
  const gap = findGap(text);
  // What is typed first replaces the dots.
  return EditorState.create({
    ...{ doc: text, extensions },
    ...(gap && { selection: { anchor: gap.from, head: gap.to } }),
  });
}

function extend({ label, onChange, onCheck, onRun }: Omit<Options, 'text' | 'past'>): Extension {
  const command = (run: () => void) => () => {
    run();
    return true;
  };
  return [
    lineNumbers(),
    history(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    python(),
    colours,
    indentUnit.of('    '),
    EditorState.tabSize.of(4),
    errorLine,
    hangingIndent,
    Prec.high(
      keymap.of([
        { key: 'Mod-Enter', run: command(onCheck) },
        { key: 'Shift-Enter', run: command(onRun) },
      ]),
    ),
    // Escape, and Tab within two seconds, leaves the editor: CodeMirror sees to that.
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
    EditorView.scrollMargins.of(marginsOfPage),
    EditorView.contentAttributes.of({
      // It is in the order of Tab anyway; not every tool knows that of what can be edited.
      tabindex: '0',
      'aria-label': `${label}. Tab indents; press Escape and then Tab to leave the editor.`,
    }),
    EditorView.updateListener.of(({ docChanged, state, transactions }) => {
      const isOutside = transactions.some((one) => one.annotation(fromOutside));
      if (docChanged && !isOutside) onChange(state.doc.toString(), undoDepth(state) > 0);
    }),
  ];
}

/** Room for the bars that the page keeps at its edges: the line of the cursor is not to lie under them. */
function marginsOfPage(): { top: number; bottom: number } {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  return { top: parseFloat(scrollPaddingTop) || 0, bottom: parseFloat(scrollPaddingBottom) || 0 };
}
