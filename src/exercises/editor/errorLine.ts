import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';

interface LineError {
  /** From 1. */
  line: number;
  message: string;
}

/** Marks a line as the one where an error was raised; null unmarks. */
export const showErrorLine = StateEffect.define<LineError | null>();

/** The marked line, with what is wrong below it; gone as soon as the line is changed. */
export const errorLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { effects, changes, docChanged, state }) {
    let now = marks;
    if (docChanged && marks.size > 0) {
      const from = marks.iter().from;
      const { to } = state.doc.lineAt(changes.mapPos(from));
      now =
        changes.touchesRange(from, from + 1) || changes.touchesRange(from, to)
          ? Decoration.none
          : marks.map(changes);
    }
    for (const effect of effects) {
      if (!effect.is(showErrorLine)) continue;
      const { value } = effect;
      if (!value || value.line < 1 || value.line > state.doc.lines) now = Decoration.none;
      else {
        const { from, to } = state.doc.line(value.line);
        now = Decoration.set([
          Decoration.line({ class: 'error-line' }).range(from),
          Decoration.widget({ widget: new Message(value.message), block: true, side: 1 }).range(to),
        ]);
      }
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

class Message extends WidgetType {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override eq(other: Message): boolean {
    return other.text === this.text;
  }

  override toDOM(): HTMLElement {
    const message = document.createElement('div');
    message.className = 'error-message';
    message.textContent = this.text;
    return message;
  }
}
