import type { APIResponse, Page, Route } from 'playwright';

type Change = (answer: APIResponse) => Promise<Parameters<Route['fulfill']>[0]>;

/**
 * Changes what the site answers to a page, as an odd host or a damaged file does. A connection that the server closed
 * in the same moment is tried again; a request of a page that was left meanwhile is given up.
 */
export async function changeAnswers(page: Page, address: string, change: Change): Promise<void> {
  await page.route(address, async (route) => {
    const answer = await route.fetch({ maxRetries: 3 }).catch(() => undefined);
    if (answer) await route.fulfill({ response: answer, ...(await change(answer)) });
    else await route.abort();
  });
}

/** Puts code before every script that the page gets from such an address. */
export async function prependTo(page: Page, address: string, code: string): Promise<void> {
  await changeAnswers(page, address, async (script) => ({
    body: `${code}\n${await script.text()}`,
  }));
}
