/**
 * Plays the recorded run of the figure on the screen, in all windows.
 * @param lesson of which one screen is seen
 * @returns why there is none to play, in a sentence; empty where it plays
 */
export async function replayOnScreen(lesson: HTMLElement): Promise<string> {
  const figure = lesson.querySelector<HTMLElement>('figure[data-widget][data-on]');
  const name = figure?.dataset['widget'];
  if (!figure || !name) return 'There is no figure on this screen to replay.';
  if (figure.dataset['ready'] === undefined) return 'This figure has not loaded yet.';
  const { exchange } = await import('../../figure/mirror/pageExchange.ts');
  return exchange().replay(name) ? '' : 'This figure has no recorded run.';
}
