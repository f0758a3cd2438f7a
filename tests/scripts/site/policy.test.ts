import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addPolicy, sitePolicy } from '../../../scripts/site/policy.ts';

test('README.md tells hosts the policy that the pages have', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(`\`${sitePolicy}\``);
});

test('the policy allows nothing that is written into a page', () => {
  expect(sitePolicy).not.toMatch(/unsafe-(inline|hashes)|'unsafe-eval'|\*(?!\.)/);
});

test('it comes before everything that has to obey it', () => {
  const page = addPolicy('<head><meta charset="utf-8" /><script src="a.js"></script></head>');
  expect(page).toBe(
    `<head><meta charset="utf-8" /><meta http-equiv="Content-Security-Policy" content="${sitePolicy}" /><script src="a.js"></script></head>`,
  );
});

test('a page with a script and a style of its own lets in these two', () => {
  const page = addPolicy('<meta charSet="utf-8"/><style>a{}</style><script>b()</script>');
  // Of `printf 'b()' | openssl sha256 -binary | base64`, and of `a{}`.
  expect(page).toContain(
    "script-src 'sha256-cf242PFc/kb7xD0Qzhsmd9vvRkc+cWFmbi+k+YvtdKc=' 'self' 'wasm-unsafe-eval'",
  );
  expect(page).toContain(
    "; style-src 'self' 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='\"",
  );
});

test('the frame that fetches pictures lets in the script that it writes', () => {
  const code = readFileSync('public/scripts/fetch-frame.js', 'utf8');
  const [written] = /function fetchPictures.*?\n {2}}/s.exec(code) ?? [];
  const hash = createHash('sha256').update(`(${written})()`).digest('base64');
  const page = readFileSync('public/scripts/fetch-frame.html', 'utf8');
  expect(page).toContain(`script-src 'self' 'sha256-${hash}';`);
});
