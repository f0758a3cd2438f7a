/** An answer as its kind writes it in Markdown, to be read: programs in a face of their own. */
export function AnswerText({ children }: { children: string }) {
  const parts = children.split(/^```\w*\n([^]*?)\n```$/m);
  return (
    <div className="answer-text">
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <pre key={index} tabIndex={0} translate="no">
            {part}
          </pre>
        ) : (
          part.trim() && <p key={index}>{part.trim()}</p>
        ),
      )}
    </div>
  );
}
