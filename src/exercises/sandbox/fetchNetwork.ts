import type { ModelCard } from '../../contract/modelCard.ts';
import { siteUrl } from '../../runtime/siteUrl.ts';
import type { LoadNetwork } from './createPython.ts';
import { fetchWhole } from './fetchWhole.ts';

const folder = 'models/tiny200/';
const what = 'The pretrained network';

/** The network that comes with the site, and its card. The browser keeps both files. */
export const fetchNetwork: LoadNetwork = async (onProgress) => {
  const text = new TextDecoder().decode(await fetchWhole(siteUrl(`${folder}model.json`), what));
  const card = JSON.parse(text) as ModelCard;
  const total = card.bytes ?? 0;
  const bytes = await fetchWhole(siteUrl(folder + card.weights), what, (received) =>
    onProgress({ for: 'network', received, total }),
  );
  return { bytes: bytes.buffer, card };
};
