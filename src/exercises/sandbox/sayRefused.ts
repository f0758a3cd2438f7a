import { PythonUnavailable } from './pythonClient.ts';

/** @param directive of the site's policy that forbids it, where one does */
export function sayRefused(why: string, directive?: string): PythonUnavailable {
  return directive
    ? new PythonUnavailable(
        `Python cannot run here: the security policy of this site forbids it (its Content-Security-Policy lacks ${lacks(directive)}).`,
        'If this is your site, its README has the header that the exercises need.',
      )
    : new PythonUnavailable(
        `Python cannot run here: ${why}.`,
        'Open the page in another browser, or without what restricts it.',
      );
}

const lacks = (directive: string) =>
  /worker|child/.test(directive) ? '‘worker-src blob:’' : '‘wasm-unsafe-eval’';
