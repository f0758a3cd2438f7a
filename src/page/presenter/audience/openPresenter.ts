import type { Place } from '../../../contract/presenting.ts';
import { siteUrl } from '../../../lib/siteUrl.ts';
import type { Channel } from '../channel.ts';

/** Opens the presenter's window; returns what the presenter must know, where it cannot be had. */
export function openPresenter({ isOpen }: Channel, { lesson, screen }: Place): string {
  const address = siteUrl(`present/#${lesson}/${screen}`);
  if (!isOpen)
    return 'This browser lets no two windows of a page talk to each other, so there is no presenter’s window. The screens work without it.';
  const opened = window.open(address, 'presenter', 'popup,width=1240,height=860');
  if (opened) return '';
  return `The browser has blocked the presenter’s window. Allow pop-ups for this page and press N again, or open ${address} in a window of your own: it finds this one.`;
}
