import type { ReactNode } from 'react';

/** An answer as its kind writes it in Markdown (`toMarkdown`), to be read: paragraphs, and programs of their own. */
export function AnswerText({ children }: { children: string }) {
  const parts = children.split(/^```\w*\n([^]*?)\n```$/m);
  return (
    <div className="answer-text">
      {parts.flatMap((part, index) =>
        index % 2 === 1 ? (
          <pre key={index} tabIndex={0} translate="no">
            {part}
          </pre>
        ) : (
          part
            .split(/\n{2,}/)
            .filter((paragraph) => paragraph.trim() !== '')
            .map((paragraph, at) => <p key={`${index} ${at}`}>{setMarks(paragraph.trim())}</p>)
        ),
      )}
    </div>
  );
}

/** What kinds write in bold, in italics, as code, or as a formula; all else is the reader's own. */
const marks = /(\*\*[^*\n]+\*\*|(?<!\w)_[^_\n]+_(?!\w)|`[^`\n]+`|\$[^$\n]+\$)/;

function setMarks(paragraph: string): ReactNode[] {
  return paragraph.split(marks).map((part, index) => {
    if (index % 2 === 0) return part;
    if (part.startsWith('**')) return <strong key={index}>{part.slice(2, -2)}</strong>;
    const inside = part.slice(1, -1);
    if (part.startsWith('`')) return <code key={index}>{inside}</code>;
    return <i key={index}>{inside}</i>;
  });
}
