import type { ComponentProps, ReactNode } from 'react';

interface Props extends ComponentProps<'ul'> {
  entries: { id: string; look?: string; sample?: ReactNode; text: string }[];
}

/** Names the marks, each beside a sample of its look. */
export function Legend({ entries, className, ...list }: Props) {
  return (
    <ul {...list} className={className ? `legend ${className}` : 'legend'}>
      {entries.map(({ id, look, sample, text }) => (
        <li key={id} className={look}>
          {sample}
          {text}
        </li>
      ))}
    </ul>
  );
}
