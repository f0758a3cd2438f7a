import { createButton } from '../createButton.ts';

/**
 * Says below a part of the page that its script did not load, and offers to try again.
 * @param what it is, such as `figure`
 */
export function offerRetry(island: HTMLElement, what: string, retry: () => Promise<void>): void {
  const notice = document.createElement('div');
  notice.className = 'notice';
  notice.setAttribute('role', 'alert');
  const sentence = document.createElement('p');
  sentence.textContent = `This ${what} could not be loaded. Check your network connection and try again, or reload the page. You can read on without it.`;
  const button = createButton('Try again');
  button.addEventListener('click', () => {
    notice.remove();
    void retry();
  });
  notice.append(sentence, button);
  island.after(notice);
}
