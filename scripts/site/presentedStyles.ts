import type { Plugin } from 'postcss';

/**
 * What a style sheet says of a figure on the full screen also holds while its lesson is presented: a figure fills that
 * screen just as well. Nothing weighs more for it.
 */
export function presentedStyles(): Plugin {
  return {
    postcssPlugin: 'presented-styles',
    Rule(rule) {
      if (!/:fullscreen(?!,)/.test(rule.selector)) return;
      rule.selector = rule.selector.replaceAll(/:fullscreen(?!,)/g, presented);
    },
  };
}

const presented = ':is(:fullscreen, :where([data-present] *))';
