interface Props {
  html: string;
  className?: string | undefined;
  /** Where only words may stand, as in a label or a button. */
  inline?: boolean;
}

/** HTML that the build made: hints, formulas, coloured code. Never for anything that a reader or a file says. */
export function Html({ html, className, inline = false }: Props) {
  const Element = inline ? 'span' : 'div';
  return <Element className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
