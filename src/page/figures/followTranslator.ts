/** What a translator put in a text's place, and which texts it put something in the place of. */
const standIns = new WeakMap<Node, ChildNode>();
const originals = new WeakMap<Node, Node[]>();
/** When a text last changed, as performance.now() counts. */
const changedAt = new WeakMap<Node, number>();

/** A translation that comes so soon after a change may be of what stood there before it. */
const settleMs = 2000;

/**
 * Keeps figures whole, and their numbers up to date, on a page that the browser translates. A translator takes a
 * text out of the page and puts an element in its place; React, which still holds the text, would change what
 * nobody sees, or fail as it removes it or puts something before it (github.com/facebook/react/issues/11538).
 * So a text that changes, or that a script asks for, takes its old place again first, for the translator to find.
 */
export function followTranslator(root: Node): void {
  const observer = new MutationObserver(follow);
  observer.observe(root, { childList: true, characterData: true, subtree: true });

  function follow(records: MutationRecord[]): void {
    const added = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]));
    for (const {
      type,
      target,
      addedNodes,
      removedNodes,
      previousSibling,
      nextSibling,
    } of records) {
      if (type === 'characterData') {
        changedAt.set(target, performance.now());
        putBack(target);
        continue;
      }
      // Some put theirs in first, and take the text out then.
      const news = addedNodes.length > 0 ? [...addedNodes] : [previousSibling, nextSibling];
      const found = news.filter((node) => node !== null && added.has(node) && node.isConnected);
      const gone = [...removedNodes].filter((node) => !node.isConnected && isFollowed(node));
      for (const [index, node] of gone.entries())
        noteSwap(node, found[Math.min(index, found.length - 1)] as ChildNode | undefined);
    }
  }

  /** From then on its changes are seen outside the page, too. */
  function noteSwap(node: Node, standIn: ChildNode | undefined): void {
    if (!standIn) return;
    const texts = originals.get(node) ?? [node];
    if (texts.includes(standIn)) return;
    originals.set(standIn, [...(originals.get(standIn) ?? []), ...texts]);
    for (const text of texts) {
      standIns.set(text, standIn);
      observer.observe(text, { characterData: true });
    }
    if (texts.some((text) => performance.now() - (changedAt.get(text) ?? -Infinity) < settleMs))
      putBack(texts[0] as Node);
  }

  for (const name of ['removeChild', 'insertBefore', 'appendChild'] as const) {
    const native = Node.prototype[name] as (...nodes: unknown[]) => never;
    Node.prototype[name] = function (this: Node, ...nodes: (Node | null)[]) {
      for (const node of nodes) {
        if (node?.nodeType !== Node.TEXT_NODE || node.parentNode === this) continue;
        follow(observer.takeRecords());
        putBack(node);
      }
      return native.apply(this, nodes);
    };
  }
}

/** Puts all of a place's texts back: what React takes over must be what was rendered. */
export function putTextsBack(place: Element): void {
  for (const standIn of place.querySelectorAll('*')) {
    const [text] = originals.get(standIn) ?? [];
    if (text) putBack(text);
  }
}

function isFollowed(node: Node): boolean {
  return node.nodeType === Node.TEXT_NODE || originals.has(node);
}

/** Puts a text, and those that its translation stands for with it, where that is. */
function putBack(text: Node): void {
  const standIn = standIns.get(text);
  if (!standIn?.isConnected || text.isConnected) return;
  const texts = originals.get(standIn) ?? [];
  originals.delete(standIn);
  standIn.replaceWith(...texts);
}
