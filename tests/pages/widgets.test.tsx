import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { island } from '../../src/pages/island.tsx';
import { widgets } from '../../src/widgets.ts';

const entries = Object.entries(widgets);
const pageStyles = readFileSync('src/page/styles/page.css', 'utf8');

test.each(entries)(
  '%s is registered under its folder, with its style on every page',
  async (component, widget) => {
    expect(widget.name).toBe(component.replaceAll(/(?<=.)[A-Z]/g, '-$&').toLowerCase());
    expect(pageStyles).toContain(`widgets/${widget.name}/${widget.name}.css`);
    expect((await widget.load()).default).toBeTypeOf('function');
  },
);

test('an island stands in the page with its caption, and its props cannot break out of it', () => {
  const Greeting = ({ name }: Record<string, unknown>) => <p>Hello, {String(name)}</p>;
  const Figure = island('greeting', Greeting, ({ who }) => ({ name: who }));
  const html = renderToStaticMarkup(<Figure who="</script><b>">Whom it greets.</Figure>);
  expect(html).toContain('<figure data-widget="greeting" id="greeting">');
  expect(html).toContain('Hello, <!-- -->&lt;/script&gt;&lt;b&gt;');
  expect(html).toContain('<figcaption>Whom it greets.</figcaption>');
  const [, props] = /<script[^>]*data-props[^>]*>(.*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(props!)).toEqual({ name: '</script><b>' });
});
