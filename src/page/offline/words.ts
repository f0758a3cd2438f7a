import type { OfflinePart } from '../../contract/offline.ts';
import { megabytes } from '../../lib/format.ts';
import { problemOf } from '../../lib/deviceStorage.ts';
import { SiteChanged } from './saveFiles.ts';

/** What a part is called, and what it is for. */
export const partWords: Record<OfflinePart, { name: string; for: string }> = {
  chapter: {
    name: 'The chapter',
    for: 'All lessons, figures and exercises, the glossary, the search, and what trains networks.',
  },
  classifier: {
    name: 'The classifier’s network',
    for: 'ResNet-34 with its trained weights, for lesson 6.',
  },
  python: { name: 'Python', for: 'For exercises in code and for the listings that run.' },
  pictures: {
    name: 'CIFAR-10, a part',
    for: 'Pictures for runs of up to 300 steps in the lab, and for all other figures.',
  },
  morePictures: {
    name: 'CIFAR-10, the rest',
    for: 'For longer runs in the lab, which go through all 50,000 pictures.',
  },
};

/** Why saving ended before its end, and what to do: sentences for the reader. */
export function sayFailure(
  error: unknown,
  { keptBytes, room }: { keptBytes: number; room?: number },
) {
  const soFar = `${megabytes(keptBytes)} MB are saved already; save again to continue from there.`;
  if (error instanceof SiteChanged)
    return 'The site has changed while it was being saved. Reload this page and save again; what has not changed is not downloaded twice.';
  if (!(error instanceof DOMException)) return `The network connection was lost. ${soFar}`;
  if (problemOf(error) === 'full') {
    const left = room === undefined ? '' : ` It has ${megabytes(room)} MB left for this site.`;
    return `There is no room: the storage that this browser allows the site is full.${left} Remove a part, or free space on the device, and save again.`;
  }
  return 'This browser does not let the page store anything. Leave the private window, or allow site data for this site in the browser’s settings.';
}
