import { sitePages, type SitePage } from '../site.ts';
import { claimsByPage, sharedClaims } from './claims.ts';
import { matchClaims } from './matchClaims.ts';
import { readBlocks } from './readBlocks.ts';

/** What accounts for the numbers of each page that has claims, read from the pages as they are rendered. */
export async function readLedger(renderPage: (page: SitePage) => Promise<{ body: string }>) {
  const ledgers = await Promise.all(
    sitePages.map(async (page) => {
      const claims = claimsByPage[page.path];
      if (!claims) return [];
      const blocks = readBlocks((await renderPage(page)).body);
      return { page, entries: matchClaims(blocks, [...claims, ...sharedClaims]).entries };
    }),
  );
  return ledgers.flat();
}
