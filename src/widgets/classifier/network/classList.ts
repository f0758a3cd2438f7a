import type { ModelCard } from '../../../contract/modelCard.ts';

/** A class list that cannot be used. `message` says why, `remedy` what would do. */
export class ClassListError extends Error {
  override readonly name = 'ClassListError';
  readonly remedy =
    'Choose a text file with one name a line, or a JSON list, in the order of the classes.';
}

/**
 * The names in a class list: text with one a line, a JSON list, or a JSON object by number, whose values may
 * be pairs of an id and a name, as Keras has ImageNet's.
 * @throws ClassListError
 */
export function readClassList(text: string): string[] {
  const trimmed = text.trim();
  if (!/^[[{]/.test(trimmed)) return trimmed.split(/\r?\n/).map((line) => line.trim());
  let list: unknown;
  try {
    list = JSON.parse(trimmed);
  } catch {
    throw new ClassListError('The class list is not valid JSON.');
  }
  const names = Object.entries(list as object)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, value]): unknown => (Array.isArray(value) ? value.at(-1) : value));
  if (!names.every((name) => typeof name === 'string')) {
    throw new ClassListError('The class list holds something other than names.');
  }
  return names;
}

/**
 * A card whose classes have these names.
 * @param from the list's file name
 * @throws ClassListError when there are not as many as classes
 */
export function withNames(card: ModelCard, names: string[], from: string): ModelCard {
  const { length } = card.classes;
  if (names.length !== length) {
    throw new ClassListError(
      `${from} holds ${names.length} ${names.length === 1 ? 'name' : 'names'}, but the network has ${length} classes.`,
    );
  }
  const { isNumbered: _, ...rest } = card;
  return { ...rest, classes: names.map((name) => ({ name })) };
}
