import { cacheNameOf } from '../../contract/offline.ts';

/**
 * The page for a reader without a network who asks for one that is not kept: it lists those that are.
 * @param scope the site's root, an absolute address
 */
export async function notSaved(scope: string): Promise<Response> {
  const cache = await caches.open(cacheNameOf(scope));
  const pages = (await cache.keys()).filter(({ url }) => url.endsWith('/'));
  const links = await Promise.all(
    pages.map(async ({ url }) => {
      const html = (await (await cache.match(url))?.text()) ?? '';
      const title = /<title>([^<·]*)/.exec(html)?.[1] ?? url;
      return `<li><a href="${url}">${title}</a></li>`;
    }),
  );
  const kept = links.length > 0 ? `<p>These are:</p><ul>${links.join('')}</ul>` : '';
  return new Response(
    `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>You are offline</title><style>body{font:18px/1.6 Georgia,serif;max-width:34rem;margin:12vh auto;padding:0 1.25rem}a{color:inherit}li{padding:.35rem 0}</style><main><h1>You are offline</h1><p>There is no connection to the site, and this page is not saved on your device. Open it again when you are online.</p>${kept}</main></html>`,
    { status: 503, headers: { 'Content-Type': 'text/html;charset=utf-8' } },
  );
}
