import type { Locator, Page } from 'playwright';
import { save } from '../../scripts/browsers/figures.ts';
import type { RunRecord } from '../../src/contract/runRecord.ts';

/** Every number of the run that the lab shows, as it is downloaded, and what it follows from. */
export async function numbersOf(page: Page, lab: Locator) {
  const run = (await save(page, lab, 'Download run')).toString();
  const { config, networks, step } = JSON.parse(run) as RunRecord;
  return { config, networks, step };
}
