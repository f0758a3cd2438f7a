import { DataError } from '../data/download/dataError.ts';
import { fetchBytes } from '../data/download/fetchBytes.ts';
import { followDownload } from '../data/download/progress.ts';
import { bitmapPicture } from '../data/pictures/bitmapPicture.ts';
import { createPretrained } from './createPretrained.ts';
import { loadWeights } from './loadWeights.ts';

/** The site's networks and photographs; both reject with errors that say what to do. */
export const pretrainedSource = {
  async network(modelUrl: string) {
    let follow: ReturnType<typeof followDownload> | undefined;
    const { card, state } = await loadWeights({ from: 'site', modelUrl }, (received, total) => {
      if (!follow && total !== undefined) follow = followDownload(total);
      follow?.(received);
    });
    return { network: createPretrained(card.classes.length, state), card };
  },
  photographs: (urls: string[]) => Promise.all(urls.map(fetchPhotograph)),
};

async function fetchPhotograph(url: string) {
  const bytes = await fetchBytes(url);
  if (!bytes) {
    throw new DataError(
      `The photograph ${new URL(url).pathname.split('/').at(-1)} is missing from this site.`,
      'Reload this page. If it is still missing and this is your site, build it again.',
    );
  }
  return bitmapPicture(await createImageBitmap(new Blob([bytes as BlobPart])));
}
