/** Lets a teacher choose the lesson of a handout, and whether its answers are shown and printed. */
export function offerHandouts(): void {
  const form = document.querySelector<HTMLFormElement>('[data-handout-form]');
  const main = document.getElementById('main');
  if (!form || !main) return;
  const handouts = [...document.querySelectorAll<HTMLElement>('[data-handout]')];
  const choose = form.elements.namedItem('lesson') as HTMLSelectElement;
  const asked = new URLSearchParams(location.search).get('lesson');
  if (handouts.some(({ dataset }) => dataset['handout'] === asked)) choose.value = asked ?? '';

  const note = document.querySelector<HTMLElement>('[data-kept-back]');
  const show = () => {
    const prints = new FormData(form).get('prints');
    for (const handout of handouts)
      handout.hidden = choose.value !== '' && handout.dataset['handout'] !== choose.value;
    main.toggleAttribute('data-answers', prints === 'answers');
    if (note) note.hidden = prints !== 'answers' || !areAnswersHidden();
  };
  form.addEventListener('change', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  show();
}

/** Whether a class link (classroom/classLink.ts) keeps answers or solutions back; style hides them. */
function areAnswersHidden(): boolean {
  const hidden = document.documentElement.dataset['classHides']?.split(' ') ?? [];
  return hidden.includes('answers') || hidden.includes('solutions');
}
