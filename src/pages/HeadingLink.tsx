interface Props {
  /** The id of the part of the page that it leads to. */
  to: string;
  /** What that is, such as `section`. */
  what: string;
}

/** A quiet link to a part of the page; src/page/classroom/headingLinks.ts lets it copy its address. */
export function HeadingLink({ to, what }: Props) {
  return (
    <a className="heading-link" href={`#${to}`} aria-label={`Link to this ${what}`}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M10 14a4.5 4.5 0 0 0 6.4 0l3.2-3.2a4.5 4.5 0 0 0-6.4-6.4l-1.2 1.2M14 10a4.5 4.5 0 0 0-6.4 0l-3.2 3.2a4.5 4.5 0 0 0 6.4 6.4l1.2-1.2" />
      </svg>
    </a>
  );
}
