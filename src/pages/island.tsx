import type { ComponentType, ReactNode } from 'react';
import { renderToString } from 'react-dom/server';

interface IslandProps extends Record<string, unknown> {
  children?: ReactNode;
}

/**
 * A figure that stands in the pre-rendered page in its first state and comes alive in the browser:
 * the widget inside, its caption (the MDX children) below, its props beside it as JSON.
 */
export function island(
  name: string,
  Widget: ComponentType<Record<string, unknown>>,
  resolveProps: (props: Record<string, unknown>) => Record<string, unknown>,
) {
  return function Island({ children, ...given }: IslandProps) {
    const props = resolveProps(given);
    const html = renderToString(<Widget {...props} />, { identifierPrefix: name });
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
          <p className="notice">This figure runs with JavaScript, which is switched off here.</p>
        </noscript>
      </figure>
    );
  };
}
