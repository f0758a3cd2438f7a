import { syntaxHighlighting } from '@codemirror/language';
import { tagHighlighter, tags } from '@lezer/highlight';

/** Python in the colours of the page's listings (editor.css, and --code-… in page/styles/exercises.css). */
export const colours = syntaxHighlighting(
  tagHighlighter([
    { tag: [tags.keyword, tags.modifier], class: 'keyword' },
    { tag: tags.string, class: 'string' },
    { tag: tags.comment, class: 'comment' },
    { tag: [tags.number, tags.bool, tags.null], class: 'number' },
    { tag: tags.definition(tags.className), class: 'class' },
    {
      tag: [
        tags.function(tags.variableName),
        tags.function(tags.definition(tags.variableName)),
        tags.function(tags.propertyName),
      ],
      class: 'function',
    },
  ]),
);
