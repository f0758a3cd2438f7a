import { beforeAll, expect, test } from 'vitest';
import { renderPage } from '../../src/pages/render.tsx';
import { defaultSettings } from '../../src/widgets/degradation-lab/setup/defaults.ts';
import { fromQuery, toQuery } from '../../src/widgets/degradation-lab/setup/linkState.ts';
import { findPreset, presets } from '../../src/widgets/degradation-lab/setup/presets.ts';
import { findProblems } from '../../src/widgets/degradation-lab/setup/problems.ts';
import {
  downloadMegabytes,
  toRunConfig,
} from '../../src/widgets/degradation-lab/setup/settings.ts';
import degradationLab from '../../src/widgets/degradation-lab/figure.tsx';

let page = '';
beforeAll(async () => {
  page = (await renderPage({ path: 'instructors/' })).body.replaceAll('&amp;', '&');
});

test('every link into the lab opens an experiment that can be run, as the lab itself would write it', () => {
  const ofNotes = degradationLab.notes.state?.query;
  const queries = [...page.matchAll(/\?([^"#]+)#degradation-lab/g)]
    .map(([, query]) => query!)
    .filter((query) => query !== ofNotes);
  expect(queries.length).toBeGreaterThan(6);
  for (const query of queries) {
    const settings = fromQuery(new URLSearchParams(query), defaultSettings);
    expect(findProblems(settings), query).toEqual({});
    expect(toQuery(settings)).toBe(query);
  }
});

test('the table of sizes has every preset, and says what its pictures weigh', () => {
  const names = [...page.matchAll(/<tr>\s*<td>(\w+)<\/td>/g)].map(([, name]) => name);
  expect(names).toEqual(presets.map(({ label }) => label));
  const megabytes = (id: string) => {
    const settings = { ...defaultSettings, ...findPreset(id).settings };
    return Math.round(downloadMegabytes(toRunConfig(settings)));
  };
  expect(page.replaceAll('\u00a0', ' ')).toContain(
    `up to ${megabytes('quick')} MB for the 300 steps of Quick, up to ${megabytes('tiny')} MB for Tiny`,
  );
});
