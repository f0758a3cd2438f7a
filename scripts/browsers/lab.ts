import type { Browser, Page } from 'playwright';
import type { RunRecord } from '../../src/contract/runRecord.ts';
import { openFigure, runFigure } from './figures.ts';

/** Opens lesson 1 with the lab set as `query` says, ready to train. */
export async function openLab(browser: Browser, siteUrl: string, query: string): Promise<Page> {
  const lab = { lesson: 'degradation/', name: 'degradation-lab', query };
  return (await openFigure(browser, siteUrl, lab)).page;
}

/** Trains in the lab of an open page, and returns the run that is then offered to the reader. */
export async function trainInLab(page: Page): Promise<RunRecord> {
  const lab = page.locator('figure[data-widget="degradation-lab"]');
  return (await runFigure(page, lab)) as RunRecord;
}
