import type { OfflineFile, OfflineList } from '../../contract/offline.ts';

/**
 * The files of a new version that take the place of kept ones, those with a fixed content first: a page must not be
 * there before what it needs. A part that is kept as a whole stays whole.
 * @param kept paths below the site's root
 * @param before the list of the version that is kept; undefined where nothing tells
 */
export function renewals(
  kept: Set<string>,
  before: OfflineList | undefined,
  next: OfflineList,
): OfflineFile[] {
  const revisions = new Map(before?.files.map(({ path, revision }) => [path, revision]));
  const names = new Set([...kept].map(withoutHash));
  const lacking = before?.files.filter(({ path }) => !kept.has(path)).map(({ part }) => part);
  const wholeParts = new Set(before?.files.map(({ part }) => part));
  for (const part of lacking ?? []) wholeParts.delete(part);

  const isDue = ({ path, part, revision }: OfflineFile) => {
    if (kept.has(path)) return revision !== undefined && revisions.get(path) !== revision;
    return wholeParts.has(part) || names.has(withoutHash(path));
  };
  const due = next.files.filter(isDue);
  return [
    ...due.filter(({ revision }) => revision === undefined),
    ...due.filter(({ revision }) => revision !== undefined),
  ];
}

/** The name that a built file has in every version: 'assets/figure-DonJToPT.js' → 'assets/figure.js'. */
function withoutHash(path: string): string {
  return path.replace(/^(assets\/.*)-[\w-]{8}(\.\w+)$/, '$1$2');
}
