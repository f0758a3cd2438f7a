import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { BlockDrawing } from '../../../src/ui/network/BlockDrawing.tsx';
import { FlowFrame } from '../../../src/ui/network/Flow.tsx';

const branch = [
  { id: 'conv1', name: 'conv' },
  { id: 'conv2', name: 'conv' },
];
const after = [{ id: 'relu', name: 'ReLU' }];
const common = { label: 'A block', branch, after };
const count = (html: string, pattern: RegExp) => html.match(pattern)?.length ?? 0;

test('a residual block has a shortcut and an addition, a plain one neither', () => {
  const residual = renderToStaticMarkup(<BlockDrawing {...common} shortcut={[]} />);
  const plain = renderToStaticMarkup(<BlockDrawing {...common} shortcut={null} />);
  expect([residual, plain].map((html) => count(html, /way shortcut/g))).toEqual([1, 0]);
  expect([residual, plain].map((html) => count(html, /addition/g))).toEqual([1, 0]);
  expect(residual).toContain('role="img" aria-label="A block"');
});

test('the branch fades with its factor; its words stay legible, and the shortcut whole', () => {
  const html = renderToStaticMarkup(<BlockDrawing {...common} shortcut={[]} factor={0} />);
  expect(html).toMatch(/<g opacity="0\.1"><path class="way branch"/);
  expect(html).toMatch(/class="name" opacity="0\.7"[^>]*>conv</);
  expect(html).toMatch(/class="name" opacity="1"[^>]*>ReLU</);
  expect(html).toMatch(/<g><path class="way shortcut"/);
});

test('nothing comes out of what fails', () => {
  const html = renderToStaticMarkup(
    <BlockDrawing {...common} shortcut={[]} failed={['conv2']} silent={['conv2', 'addition']} />,
  );
  expect(count(html, /part branch failed/g)).toBe(1);
  expect(count(html, /way branch silent/g)).toBe(1);
  expect(count(html, /way out silent/g)).toBe(1);
});

test('a gradient flows backwards, past the place where it is measured', () => {
  const html = renderToStaticMarkup(
    <BlockDrawing {...common} shortcut={[]} names={{ hook: 'measured here' }} backwards flows />,
  );
  expect(html).toContain('class="residual-block large backwards"');
  expect(html).toMatch(/class="hook">.*<circle .*measured here</);
});

test('parts are buttons where they can be chosen', () => {
  const press = { label: (id: string) => `Choose ${id}`, choose: vi.fn() };
  const html = renderToStaticMarkup(
    <BlockDrawing {...common} shortcut={[]} lit={['relu']} press={press} />,
  );
  expect(html).toContain('role="group"');
  expect(html.match(/(?<=aria-label=")Choose \w+/g)).toEqual(
    ['conv1', 'conv2', 'addition', 'relu'].map((id) => `Choose ${id}`),
  );
  expect(count(html, /aria-pressed="true"/g)).toBe(1);
});

test('values move on every way there is, and can be stopped', () => {
  const flowing = (shortcut: [] | null) =>
    renderToStaticMarkup(
      <FlowFrame>
        <BlockDrawing {...common} shortcut={shortcut} flows />
      </FlowFrame>,
    );
  expect(count(flowing([]), /class="value /g)).toBe(4);
  expect(count(flowing(null), /class="value /g)).toBe(3);
  expect(flowing([])).toContain('type="checkbox"');
});

test('a sign without words is hidden from screen readers', () => {
  const html = renderToStaticMarkup(
    <BlockDrawing look="glyph" plan={{ length: 40 }} branch={branch} shortcut={[]} cut="branch" />,
  );
  expect(html).toContain('aria-hidden="true"');
  expect(html).toContain('class="cut"');
});
