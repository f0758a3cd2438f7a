/** Links that have a card: terms of the glossary, citations, and equations of this page. */
const linksWithCards = 'a[data-definition], a[href^="#bib-"], a[href^="#eq-"]';

/** Long enough to move the pointer from a link to its card. */
const graceMs = 200;

/** Shows what a link leads to beside it: on hover, on focus, and at a first tap. */
export function offerHoverCards(): void {
  const card = document.createElement('div');
  card.id = 'hover-card';
  card.className = 'hover-card';
  card.setAttribute('role', 'tooltip');
  card.hidden = true;
  // Inside the main landmark, where its links are.
  document.querySelector('main')?.append(card);

  let shown: HTMLAnchorElement | null = null;
  let shownBeforeTap: HTMLAnchorElement | null = null;
  let leaving = 0;

  const hide = () => {
    shown?.removeAttribute('aria-describedby');
    shown = null;
    card.hidden = true;
  };
  const show = (link: HTMLAnchorElement) => {
    clearTimeout(leaving);
    if (link === shown) return;
    hide();
    const content = contentOf(link);
    if (!content) return;
    card.replaceChildren(content);
    card.hidden = false;
    place(card, link);
    link.setAttribute('aria-describedby', card.id);
    shown = link;
  };
  const linkAt = ({ target }: Event) =>
    target instanceof Element ? target.closest<HTMLAnchorElement>(linksWithCards) : null;

  document.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const link = linkAt(event);
    if (link) show(link);
    else if (card.contains(event.target as Node)) clearTimeout(leaving);
  });
  document.addEventListener('pointerout', (event) => {
    const isOurs = linkAt(event) ?? card.contains(event.target as Node);
    if (event.pointerType === 'touch' || !isOurs) return;
    clearTimeout(leaving);
    leaving = window.setTimeout(hide, graceMs);
  });
  document.addEventListener('focusin', (event) => {
    const link = linkAt(event);
    if (link?.matches(':focus-visible')) show(link);
  });
  document.addEventListener('focusout', hide);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
  document.addEventListener('pointerdown', (event) => {
    shownBeforeTap = shown;
    if (!linkAt(event) && !card.contains(event.target as Node)) hide();
  });
  document.addEventListener('click', (event) => {
    const link = linkAt(event);
    const isTap = (event as PointerEvent).pointerType === 'touch';
    if (!link || !isTap || link === shownBeforeTap) return hide();
    // A first tap shows the card, a second one follows the link.
    show(link);
    if (shown === link) event.preventDefault();
  });
}

/** The definition that a term carries, or a copy of the reference or equation on this page. */
function contentOf(link: HTMLAnchorElement): Node | null {
  const { definition } = link.dataset;
  if (definition) return document.createTextNode(definition);
  const target = document.getElementById(link.hash.slice(1));
  if (!target || target.contains(link)) return null;
  const copy = target.cloneNode(true) as HTMLElement;
  copy.removeAttribute('id');
  return copy;
}

/** Below the link, or above it where there is more room; never beyond the page's sides. */
function place(card: HTMLElement, link: HTMLElement): void {
  const [line] = link.getClientRects();
  if (!line) return;
  const gap = 6;
  const { clientWidth } = document.documentElement;
  const left = Math.max(gap, Math.min(line.left, clientWidth - card.offsetWidth - gap));
  const fitsBelow = line.bottom + gap + card.offsetHeight < innerHeight;
  const top = fitsBelow ? line.bottom + gap : line.top - gap - card.offsetHeight;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${top + scrollY}px`;
}
