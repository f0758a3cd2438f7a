/** Whether a property holds, as a drawing: what it means stands beside it in words. */
export function Mark({ passed }: { passed: boolean | undefined }) {
  const path = passed
    ? 'M5 12.5l4.5 4.5L19 7.5'
    : passed === false
      ? 'M6 6l12 12M18 6L6 18'
      : 'M6 12h12';
  return (
    <svg className="verdict-mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
