import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import type { Figure } from '../figure/figure.ts';

interface IslandProps extends Record<string, unknown> {
  children?: ReactNode;
}

/**
 * A figure that stands in the pre-rendered page in its first state and comes alive in the browser:
 * the figure inside, its caption (the MDX children) below, its props beside it as JSON.
 */
export function island(
  { name, Component }: Pick<Figure, 'name' | 'Component'>,
  resolveProps: (props: Record<string, unknown>) => Record<string, unknown>,
) {
  return function Island({ children, ...given }: IslandProps) {
    const props = resolveProps(given);
    const html = renderToString(<Component {...props} />, { identifierPrefix: name });
    return (
      <figure data-widget={name} id={name}>
        <div data-island="" dangerouslySetInnerHTML={{ __html: html }} />
        {children && <figcaption>{children}</figcaption>}
        <script
          type="application/json"
          data-props=""
          dangerouslySetInnerHTML={{ __html: JSON.stringify(props).replaceAll('<', '\\u003c') }}
        />
        <noscript>
          <p className="notice">
            This figure needs JavaScript, which is switched off in your browser.
          </p>
        </noscript>
      </figure>
    );
  };
}
