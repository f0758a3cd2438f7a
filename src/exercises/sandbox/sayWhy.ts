/** Why Python cannot be had, and what to do: of `PythonUnavailable`, or of whatever else was thrown. */
export function sayWhy(error: unknown): string {
  const { message = String(error), remedy = 'Reload the page and try again.' } = error as {
    message?: string;
    remedy?: string;
  };
  return `${message} ${remedy}`;
}
