import { useRef, type ReactNode } from 'react';

interface Props {
  /** File types, as HTML's `accept` names them. */
  accept: string;
  /** Names the field itself, which is not seen. */
  label: string;
  choose: (file: File) => void;
  className?: string | undefined;
  children: ReactNode;
}

/** A button that asks for a file. */
export function FileButton({ accept, label, choose, className, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={className} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = ''; // so that the same file can be chosen again
          if (file) choose(file);
        }}
      />
    </>
  );
}
