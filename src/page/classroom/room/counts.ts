const storageKey = 'room-counts';

/** More than any room holds. */
const most = 9999;

/** The counts after a key: its letter adds one, and with Shift takes one away; undefined for any other key. */
export function press(
  counts: readonly number[],
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
): number[] | undefined {
  const choice = 'abcdef'.indexOf(key.toLowerCase());
  if (key.length !== 1 || choice < 0 || choice >= counts.length) return undefined;
  return counts.map((count, index) =>
    index === choice ? clamp(count + (shiftKey ? -1 : 1)) : count,
  );
}

/** A whole number of votes, whatever was typed. */
export function clamp(count: number): number {
  return Number.isFinite(count) ? Math.min(most, Math.max(0, Math.round(count))) : 0;
}

/** The index of the choice that most have made; null where none is ahead. */
export function leading(counts: readonly number[]): number | null {
  const highest = Math.max(...counts);
  const first = counts.indexOf(highest);
  return highest > 0 && counts.lastIndexOf(highest) === first ? first : null;
}

/** The choices, the most chosen first; of those chosen alike the earlier ones. */
export function ranked(counts: readonly number[]): number[] {
  return counts.map((_, index) => index).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
}

/**
 * The counts of a question as this tab keeps them until they are reset; zeros where it has none.
 * @param question lesson and id, such as `residual/check-one-value`
 */
export function readCounts(question: string, choices: number): number[] {
  const kept = readAll()[question];
  return Array.from({ length: choices }, (_, index) => clamp(Number(kept?.[index] ?? 0)));
}

/** Keeps the counts of a question for this tab, as far as its storage lets it. */
export function keepCounts(question: string, counts: readonly number[]): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify({ ...readAll(), [question]: counts }));
  } catch {
    // Without storage they hold while the panel is open.
  }
}

function readAll(): Record<string, unknown[] | undefined> {
  try {
    const all: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}');
    return typeof all === 'object' && all !== null ? (all as Record<string, unknown[]>) : {};
  } catch {
    return {};
  }
}
