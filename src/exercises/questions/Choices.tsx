interface Props<Id extends string> {
  /** What is chosen, for readers who do not see the question above. */
  label: string;
  options: readonly { id: Id; text: string }[];
  chosen: Id | undefined;
  choose: (id: Id) => void;
  disabled?: boolean;
}

/** One of a few answers, as buttons: the chosen one is pressed. */
export function Choices<Id extends string>({
  label,
  options,
  chosen,
  choose,
  disabled = false,
}: Props<Id>) {
  return (
    <div className="exercise-choices" role="group" aria-label={label}>
      {options.map(({ id, text }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === chosen}
          disabled={disabled}
          onClick={() => choose(id)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
