import type { Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data';

/** The oldest browsers that the page is made for. */
export const baseline = { chrome: 109, edge: 109, firefox: 115, safari: 16.4 };

/** Something that a browser of the baseline lacks. */
export interface Lack {
  /** Such as `Array.toSorted` or `:has`. */
  feature: string;
  /** Where it is used: file and line. */
  at: string;
}

/**
 * Whether a browser of the baseline lacks a feature, after MDN's browser-compat-data; false for what that does
 * not know. A prefix counts: the build writes it.
 */
export function isTooNew(feature: Identifier | undefined): boolean {
  const support = feature?.__compat?.support;
  if (!support) return false;
  return Object.entries(baseline).some(([browser, version]) => {
    const statements = support[browser as keyof typeof baseline] ?? [];
    return ![statements].flat().some((statement) => isThere(statement, version));
  });
}

function isThere(statement: SimpleSupportStatement, version: number): boolean {
  const { version_added: added, version_removed: removed, flags } = statement;
  return !flags && since(added) <= version && !(removed && since(removed) <= version);
}

/** Versions read `109`, `≤15`, `preview`, or false: never. */
function since(version: SimpleSupportStatement['version_added'] | boolean | null): number {
  const number = parseFloat(String(version).replace('≤', ''));
  return Number.isNaN(number) ? Infinity : number;
}
