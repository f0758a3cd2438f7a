import { readdirSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { island } from '../../src/pages/island.tsx';
import { componentName, widgetNames, widgets } from '../../src/widgets.ts';

test.each(widgetNames)('%s is registered under its folder, and can be linked to', async (name) => {
  const { default: figure } = await widgets[name]();
  expect(figure.name).toBe(name);
  expect(figure.title).toMatch(/\?$/);
  expect(figure.Component).toBeTypeOf('function');
  expect(readdirSync(`src/widgets/${name}`)).toContain(`${name}.css`);
});

test('in MDX a figure has a name as components have', () => {
  expect(componentName('learn-to-copy')).toBe('LearnToCopy');
  expect(componentName('paths')).toBe('Paths');
});

test('an island stands in the page with its caption, and its props cannot break out of it', () => {
  const Greeting = ({ name }: Record<string, unknown>) => <p>Hello, {String(name)}</p>;
  const Figure = island({ name: 'greeting', Component: Greeting }, ({ who }) => ({ name: who }));
  const html = renderToStaticMarkup(<Figure who="</script><b>">Whom it greets.</Figure>);
  expect(html).toContain('<figure data-widget="greeting" id="greeting">');
  expect(html).toContain('Hello, <!-- -->&lt;/script&gt;&lt;b&gt;');
  expect(html).toContain('<figcaption>Whom it greets.</figcaption>');
  const [, props] = /<script[^>]*data-props[^>]*>(.*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(props!)).toEqual({ name: '</script><b>' });
});
