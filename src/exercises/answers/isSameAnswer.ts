/** Whether two answers of whatever kind say the same: they are texts, or small things made of JSON's parts. */
export function isSameAnswer(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
