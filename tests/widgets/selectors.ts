import { AtRule, parse } from 'postcss';

/** Every selector of a style sheet, those inside @media and @container too; the steps of @keyframes are none. */
export function selectorsIn(css: string): string[] {
  const selectors: string[] = [];
  parse(css).walkRules((rule) => {
    const around = rule.parent;
    if (around instanceof AtRule && around.name.endsWith('keyframes')) return;
    selectors.push(...rule.selectors);
  });
  return selectors;
}
