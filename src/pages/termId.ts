/** The id of a term on the glossary's page: 'in place' → 'term-in-place'. */
export function termId(term: string): string {
  return `term-${term.toLowerCase().replaceAll(/[^a-z\d]+/g, '-')}`;
}
