/** A setting in a link: how it is written, and read again. */
export interface Field<T> {
  write: (value: T) => string;
  /** Undefined where the text is damaged or out of bounds. */
  read: (text: string) => T | undefined;
}

/** The least and the most a setting may be; what lies between goes by steps of 1, or of `step`. */
export interface Range {
  min: number;
  max: number;
  step?: number;
}

/** A number that a slider can stand at. */
export function numberIn(range: Range): Field<number> {
  return {
    write: String,
    read(text) {
      const value = snap(Number(text), range);
      const isOne = text !== '' && value === Number(text);
      return isOne && value >= range.min && value <= range.max ? value : undefined;
    },
  };
}

/** The nearest number that lies whole steps above `min`. */
export function snap(value: number, { min, step = 1 }: Range): number {
  // 0.1 + 2 × 0.1 is not 0.3, but its first ten decimals are.
  return Number((min + Math.round((value - min) / step) * step).toFixed(10));
}

/** One of a few values. */
export function oneOf<T extends string | number | boolean>(values: readonly T[]): Field<T> {
  return { write: String, read: (text) => values.find((value) => String(value) === text) };
}

/** Some of a few names, in any order. */
export function someOf<T extends string>(values: readonly T[]): Field<T[]> {
  return {
    write: (chosen) => chosen.join('.'),
    read(text) {
      const named = text.split('.');
      const known = values.filter((value) => named.includes(value));
      return known.length > 0 ? known : undefined;
    },
  };
}

/** The settings as a query that a link can carry; what equals the standard is left out. */
export function toQuery<S extends object>(settings: S, standard: S, fields: Fields<S>): string {
  const query = new URLSearchParams();
  for (const name of namesOf(fields)) {
    const text = fields[name].write(settings[name]);
    if (text !== fields[name].write(standard[name])) query.set(name, text);
  }
  return query.toString();
}

/** The standard changed as a link's query says; what cannot be read stays as it was. */
export function fromQuery<S extends object>(
  query: URLSearchParams,
  standard: S,
  fields: Fields<S>,
): S {
  const settings = { ...standard };
  for (const name of namesOf(fields)) {
    const value = fields[name].read(query.get(name) ?? '');
    if (value !== undefined) settings[name] = value;
  }
  return settings;
}

export type Fields<S> = { [Name in keyof S & string]: Field<S[Name]> };

const namesOf = <S>(fields: Fields<S>) => Object.keys(fields) as (keyof S & string)[];

/** The page's address, open at a figure in the state of the query. The hash says whose the query is. */
export function linkTo(figure: string, query: string, page: string): string {
  const url = new URL(page);
  url.search = query;
  url.hash = figure;
  return url.href;
}

/** What an address says of a figure; nothing where its hash names another place. */
export function queryOf(figure: string, { search, hash }: { search: string; hash: string }) {
  return new URLSearchParams(hash === '' || hash === `#${figure}` ? search : '');
}
