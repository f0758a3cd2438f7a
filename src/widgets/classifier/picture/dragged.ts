import { openFrame } from '../../../runtime/openFrame.ts';
import { siteUrl } from '../../../lib/siteUrl.ts';
import { another, PictureError } from './opening/pictureError.ts';

/** What was dragged here from another page: no file, but perhaps its address. */
export interface Dragged {
  /** Empty where there is none. */
  address: string;
  /** To call it by. */
  name: string;
}

/** The picture's address in what was dragged; of a picture in a link, the picture's. */
export function draggedFrom(data: Pick<DataTransfer, 'getData'>): Dragged {
  const html = new DOMParser().parseFromString(data.getData('text/html'), 'text/html');
  const image = html.querySelector('img')?.getAttribute('src') ?? '';
  const listed = data.getData('text/uri-list').split(/\r?\n/);
  const isAddress = (text: string) => /^(https?|data|blob|file):\S+$/i.test(text);
  const address = [image, ...listed, data.getData('text/plain').trim()].find(isAddress) ?? '';
  return { address, name: nameOf(address) };
}

/** The last part of an address's path; of one that holds the picture itself, a name for all. */
function nameOf(address: string): string {
  const parts = /^https?:/i.test(address) ? urlOf(address) : null;
  if (!parts) return 'dragged picture';
  const { hostname, pathname } = parts;
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || hostname;
  } catch {
    return last;
  }
}

/**
 * Fetches what was dragged here, without cookies and without saying from where. The page's policy lets it connect only to
 * its own site, so a frame fetches for it that knows nothing else: public/scripts/fetch-frame.js.
 * @throws PictureError when the site it is on, or the browser, does not let this page have it
 */
export async function fetchDragged({ address }: Dragged): Promise<Blob> {
  if (!address) throw new PictureError('What you dropped here is not a picture.', another);
  if (/^file:/i.test(address)) throw notFetched('This page may not open files by their address.');
  const data = /^data:[^,]*?(;base64)?,(.*)$/is.exec(address);
  if (data) return readDataUrl(data[2] ?? '', data[1] !== undefined);
  if (/^blob:/i.test(address)) {
    return fetch(address)
      .then((answer) => answer.blob())
      .catch(() => Promise.reject(notFetched('This picture exists only inside its own page.')));
  }
  const answer = await fetchInFrame(address).catch(() => null);
  if (answer?.ok) return new Blob([answer.bytes]);
  const { hostname } = new URL(address);
  throw notFetched(
    answer
      ? `${hostname} answered ${answer.status} when asked for the picture.`
      : `This page may not fetch the picture: ${hostname} keeps it from other sites, or can’t be reached.`,
  );
}

/** What the frame answers; null where nothing could be fetched. */
type Fetched = { ok: boolean; status: number; bytes: ArrayBuffer } | null;

async function fetchInFrame(address: string): Promise<Fetched> {
  const src = siteUrl('scripts/fetch-frame.html');
  const { port, close } = await openFrame('A picture from another site', { src });
  try {
    return await new Promise<Fetched>((resolve) => {
      port.onmessage = ({ data }: MessageEvent<Fetched>) => resolve(data);
      port.postMessage(address);
    });
  } finally {
    close();
  }
}

/** Not fetched: a site's policy may forbid that. */
function readDataUrl(text: string, isBase64: boolean): Blob {
  try {
    const plain = decodeURIComponent(text);
    if (!isBase64) return new Blob([plain]);
    return new Blob([Uint8Array.from(atob(plain), (character) => character.charCodeAt(0))]);
  } catch {
    throw notFetched('The address of this picture is damaged.');
  }
}

function notFetched(message: string): PictureError {
  return new PictureError(
    message,
    'Save the picture on this device (right-click it, or press it for a while), then drop or choose that file.',
  );
}

function urlOf(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
