import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { h, s } from 'hastscript';
import type { MdxJsxFlowElementHast } from 'mdast-util-mdx-jsx';
import { isEquation } from './equations.ts';

/** How a question's paragraph begins. */
const mark = 'Quick check.';

/** So many words of a question tell it from the others of its lesson, and survive small corrections. */
const wordsInId = 6;

/**
 * A quick check is a paragraph that begins with **Quick check.** and the folded choices after it. Puts each
 * into a section with an id of its own, which src/page/quickChecks.ts makes answerable. Runs after KaTeX
 * and the terms, which look into the folds. Throws where two questions would have the same id, or where
 * there is not exactly one right choice.
 */
export function rehypeQuickChecks() {
  return (tree: Root, file: { path: string }): void => {
    const ids = new Set<string>();
    for (let at = 0; at < tree.children.length; at++) {
      const question = tree.children[at]!;
      if (!isQuestion(question)) continue;
      const end = endOfChoices(tree.children, at + 1);
      const folds = tree.children.slice(at + 1, end).filter(isFold);
      const rightCount = folds.filter((fold) => verdictOf(fold)?.word === 'Yes').length;
      const section = quickCheck(question, folds);
      const id = String(section.properties.id);
      if (rightCount !== 1)
        throw new Error(`${file.path}: #${id} has ${rightCount} right choices.`);
      if (ids.has(id))
        throw new Error(`${file.path}: two quick checks begin with the same words, #${id}.`);
      ids.add(id);
      tree.children.splice(at, end - at, section);
    }
  };
}

function isQuestion(node: RootContent): node is Element {
  if (node.type !== 'element' || node.tagName !== 'p') return false;
  const [first] = node.children;
  return first?.type === 'element' && first.tagName === 'strong' && textOf(first) === mark;
}

function isFold(node: RootContent): node is MdxJsxFlowElementHast {
  return node.type === 'mdxJsxFlowElement' && node.name === 'details';
}

/** The index after the last fold of those that follow each other from `start` on. */
function endOfChoices(nodes: RootContent[], start: number): number {
  let end = start;
  for (let at = start; at < nodes.length; at++) {
    if (isFold(nodes[at]!)) end = at + 1;
    else if (textOf(nodes[at]!).trim() !== '') break;
  }
  return end;
}

function quickCheck(question: Element, folds: MdxJsxFlowElementHast[]): Element {
  const words =
    textOf(question)
      .replace(mark, '')
      .toLowerCase()
      .match(/[a-z\d]+/g) ?? [];
  const id = ['check', ...words.slice(0, wordsInId)].join('-');
  return h('section.quick-check', { id }, [
    h('p.check-question', { id: `${id}-question` }, [
      h('strong', mark.replace('.', '')),
      ...question.children.slice(1),
    ]),
    h('div.check-answers', folds.map(choice)),
  ]);
}

/** A choice and its reason, folded as in the lesson: so they read without a script. */
function choice(fold: MdxJsxFlowElementHast): Element {
  const at = fold.children.findIndex((child) => 'name' in child && child.name === 'summary');
  const summary = fold.children[at] as MdxJsxFlowElementHast;
  const reason = fold.children.slice(at + 1) as ElementContent[];
  const verdict = verdictOf(fold);
  if (verdict) {
    const { paragraph, text, word, sign } = verdict;
    text.value = text.value.slice(word.length + sign.length);
    paragraph.children.unshift(h('span.check-verdict', word + sign));
  }
  const isRight = verdict?.word === 'Yes';
  return h('details.check-answer', isRight ? { dataRight: '' } : {}, [
    h('summary.check-choice', [checkMark(), h('span', summary.children as ElementContent[])]),
    h('div.check-reason', reason),
  ]);
}

/** The word that a reason begins with, and the sign after it. */
function verdictOf(fold: MdxJsxFlowElementHast) {
  const paragraph = fold.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'p',
  );
  const [text] = paragraph?.children ?? [];
  if (!paragraph || text?.type !== 'text') return undefined;
  const [, word, sign] = /^(Yes|No)([.,:])/.exec(text.value) ?? [];
  return word && sign ? { paragraph, text, word, sign } : undefined;
}

/** An empty ring, in which style draws a tick or a cross once the choice is opened. */
function checkMark(): Element {
  return s('svg.check-mark', { viewBox: '0 0 24 24', ariaHidden: 'true' }, [
    s('circle', { cx: 12, cy: 12, r: 10 }),
    s('path.check-tick', { d: 'M7 12.5l3.5 3.5 6.5-8' }),
    s('path.check-cross', { d: 'M8 8l8 8M16 8l-8 8' }),
  ]);
}

/** A node's words, without its equations, which KaTeX has set twice. */
function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (isEquation(node) || !('children' in node)) return '';
  return node.children.map(textOf).join('');
}
