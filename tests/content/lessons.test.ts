import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chapter } from '../../content/chapter.ts';

const lessons = chapter.lessons.map((lesson) => ({
  ...lesson,
  mdx: readFileSync(new URL(`../../content/lessons/${lesson.file}.mdx`, import.meta.url), 'utf8'),
}));

describe.each(lessons)('lesson "$id"', ({ mdx, minutes }) => {
  test('says first what its reader will be able to do, after a hook of one paragraph at most, and ends with a summary and what to read', () => {
    expect(mdx).toMatch(
      /^(?:[^\n#<|-].{40,500}\n\n)?(?:<(\w+)>\n\n[^#]+\n<\/\1>\n\n)?After this lesson you will be able to\n\n- /,
    );
    const headings = [...mdx.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toContain('Summary');
    expect(headings.at(-1)).toBe('Read next');
    expect(mdx.slice(mdx.lastIndexOf('## Read next'))).toMatch(citation);
  });

  test('has two or more quick checks, each with one right choice and a reason for every choice', () => {
    const checks = mdx
      .split('**Quick check.**')
      .slice(1)
      .map((rest) => /^[^\n]*\n\n((?:<details>[^]*?<\/details>\n)+)/.exec(rest)?.[1] ?? '');
    expect(checks.length).toBeGreaterThanOrEqual(2);
    for (const check of checks) {
      const answers = check.match(/(?<=<\/summary>\n\n)(?:Yes|No)[.,] .{20,}/g) ?? [];
      expect(answers).toHaveLength(check.split('<details>').length - 1);
      expect(answers.filter((answer) => answer.startsWith('Yes'))).toHaveLength(1);
    }
  });

  test('prints a measured percentage only with its source', () => {
    const blocks = proseOf(mdx).split(/\n{2,}/);
    const unsourced = blocks.filter(
      (block, index) =>
        /\d\.\d\d+ %/.test(block) &&
        !citation.test(block) &&
        // What a table prints is told in the paragraph after it.
        !(block.startsWith('|') && citation.test(blocks[index + 1] ?? '')),
    );
    expect(unsourced).toEqual([]);
  });

  test('names an equation by a link, with the number that stands beside it', () => {
    const prose = proseOf(mdx);
    expect(prose.match(/(?<!\[)\bequation \(\d\.\d+\)/gi) ?? []).toEqual([]);
    for (const [, number, link = ''] of prose.matchAll(/\[equation \((\d\.\d+)\)\]\(([^)]+)\)/gi)) {
      const [folder, id] = link.split('#');
      const there = lessons.find((lesson) => folder === `../${lesson.id}/`)?.mdx ?? mdx;
      const equation = new RegExp(`<div id="${id}">[^]*?</div>`).exec(there)?.[0];
      expect(equation, link).toContain(`\\tag{${number}}`);
    }
  });

  test('shows code that fits', () => {
    const code = mdx.match(/^```\w+\n[^]*?^```/gm) ?? [];
    expect(code.flatMap((block) => block.split('\n')).filter((line) => line.length > 79)).toEqual(
      [],
    );
  });

  test('takes no less time to read than it says', () => {
    expect(minutes).toBeGreaterThanOrEqual(6);
    expect(minutes).toBeLessThanOrEqual(20);
    const words = proseOf(mdx).match(/[\p{L}\d][\p{L}\d’',.-]*/gu)?.length ?? 0;
    expect(words / wordsPerMinute).toBeLessThan(minutes);
  });
});

const citation = /@[a-z]+\d{4}\w*/;
/** Of careful reading; what is left of the minutes is for figures and quick checks. */
const wordsPerMinute = 220;

/** A lesson without a presenter's notes, code, displayed equations, drawings, component tags and the folded answers. */
function proseOf(mdx: string): string {
  return mdx
    .replaceAll(/<Note>[^]*?<\/Note>/g, '')
    .replaceAll(/^```[^]*?^```/gm, '')
    .replaceAll(/\$\$[^]*?\$\$|<svg[^]*?<\/svg>|<details>[^]*?<\/details>/g, '')
    .replaceAll(/<[^>]+>/g, '');
}
