import { offerHeadingLinks } from './headingLinks.ts';

/** Links to parts of the page, and what a teacher needs of it; most of that is fetched when it is asked for. */
export function offerClassroom(): void {
  offerHeadingLinks();
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('.ask-room')) void ask(target);
  });
  if (document.querySelector('[data-class-form]'))
    void import('./form/classForm.ts').then(({ offerClassForm }) => offerClassForm());
  if (document.querySelector('[data-vote]'))
    void import('./vote/vote.ts').then(({ offerVote }) => offerVote());
}

async function ask(button: Element): Promise<void> {
  const [{ readQuestion }, { openRoom }] = await Promise.all([
    import('./room/readQuestion.ts'),
    import('./room/openRoom.ts'),
  ]);
  const question = readQuestion(button);
  if (question) openRoom(question);
}
