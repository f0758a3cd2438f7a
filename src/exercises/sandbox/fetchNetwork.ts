import type { ModelCard } from '../../contract/modelCard.ts';
import type { GivenNetwork } from '../../contract/python.ts';
import { siteUrl } from '../../lib/siteUrl.ts';
import { fetchWhole } from './fetchWhole.ts';
import type { PythonProgress } from './pythonClient.ts';

/** Downloads the network's weights. */
export type LoadNetwork = (onProgress: (progress: PythonProgress) => void) => Promise<GivenNetwork>;

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
