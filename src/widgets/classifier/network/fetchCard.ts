import type { ModelCard } from '../../../contract/modelCard.ts';
import { siteUrl } from '../../../lib/siteUrl.ts';

/** What the site says of its small network, before that is loaded. */
export async function fetchCard(): Promise<ModelCard> {
  const response = await fetch(siteUrl('models/tiny200/model.json'));
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return (await response.json()) as ModelCard;
}
