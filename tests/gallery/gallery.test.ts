import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { widgetNames, widgets } from '../../src/widgets.ts';

describe.each(widgetNames)('%s', async (name) => {
  const { default: figure } = await widgets[name]();
  const examples = Object.entries(await figure.examples());

  test('has examples', () => expect(examples.length).toBeGreaterThan(0));

  test.each(examples)('%s', async (state, { element, says }) => {
    const html = renderToStaticMarkup(element);
    const text = html.replaceAll(/<!--.*?-->|<[^>]+>/g, '');
    // Where a line may break is not what is said.
    expect(text.replaceAll('\u00a0', ' ')).toContain(says);
    await expect(lineByLine(html)).toMatchFileSnapshot(
      `snapshots/${name}/${state.replaceAll(/[^\w]+/g, '-')}.txt`,
    );
  });
});

/** An element a line, so that a change shows where it is. */
function lineByLine(html: string): string {
  return html.replaceAll(/(?<=>)(?=<)/g, '\n') + '\n';
}
