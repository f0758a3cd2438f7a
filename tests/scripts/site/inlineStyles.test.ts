import { expect, test } from 'vitest';
import { hideDrawnEquations, moveStyles } from '../../../scripts/site/inlineStyles.ts';

test('style attributes become classes, the same one in all pages for the same style', () => {
  const { pages, sheet } = moveStyles([
    '<p style="top:-3em">a</p><span class="strut" style="height:1em"></span>',
    '<b style="height:1em"/>',
  ]);
  expect(pages).toEqual(['<p class="_0">a</p><span class="_1 strut"></span>', '<b class="_1"/>']);
  expect(sheet).toBe('._0:not(#_){top:-3em}\n._1:not(#_){height:1em}\n');
});

test('a figure keeps what its style attributes said, for React', () => {
  const style = 'offset-path:path(&quot;M 0 0&quot;)';
  const { pages, sheet } = moveStyles([
    `<figure data-widget="paths"><i style="${style}"></i></figure><i style="${style}"></i>`,
  ]);
  expect(pages).toEqual([
    `<figure data-widget="paths"><i class="_0" data-style="${style}"></i></figure><i class="_0"></i>`,
  ]);
  expect(sheet).toBe('._0:not(#_){offset-path:path("M 0 0")}\n');
});

test('what only looks like a style attribute stays', () => {
  const page =
    '<mstyle displaystyle="true" data-style="a"></mstyle><p title="&lt;p style=&quot;a&quot;&gt;">style="b"</p><script type="application/json">{"a":"\\u003cp style=\\"c\\">"}</script>';
  expect(moveStyles([page])).toEqual({ pages: [page], sheet: '\n' });
});

test('an equation as KaTeX drew it is hidden until a style sheet shows it', () => {
  expect(hideDrawnEquations('<span class="katex-html" aria-hidden="true">')).toBe(
    '<span class="katex-html" hidden="" aria-hidden="true">',
  );
});
