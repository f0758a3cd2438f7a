import type { PlaceMaps } from '../../../contract/classify.ts';
import type { Surgery, Way } from '../../../contract/surgery.ts';
import type { Part } from '../../../ui/network/architecture.ts';
import { NetworkStrip } from '../../../ui/network/NetworkStrip.tsx';
import { Pixels } from '../../../ui/pixels/Pixels.tsx';
import { signedToRgba } from '../../../ui/pixels/toRgba.ts';

interface Props {
  /** In the order of the checkpoint. */
  parts: Part[];
  pixels: number | null;
  surgery: Surgery;
  maps: PlaceMaps[] | null;
  opened: string | null;
  open: (id: string) => void;
}

/** The network as the surgery runs it, with the mean of the maps after every part; a part is pressed to open it. */
export function Strip({ parts, pixels, surgery, maps, opened, open }: Props) {
  const ways = new Map(
    surgery.flatMap((uses, stage) => uses.map(({ block, way }) => [`${stage}.${block}`, way])),
  );
  const order = ['stem', ...ways.keys(), 'head'];
  return (
    <NetworkStrip
      parts={order.flatMap((id) => parts.find((part) => part.id === id) ?? [])}
      pixels={pixels}
      label="The network, from picture to answer"
      chosen={opened}
      choose={open}
      nameOf={({ id, title }) =>
        [title, wayWords[ways.get(id) ?? 'none']].filter(Boolean).join(': ')
      }
      cutOf={(id) => cuts[ways.get(id) ?? 'none']}
      under={({ id }) => {
        const found = maps?.find(({ place }) => place === id);
        return id === 'head' ? null : <Mean found={found} />;
      }}
    />
  );
}

/** Decoration: the block's panel has the maps with their names. */
function Mean({ found }: { found: PlaceMaps | undefined }) {
  return (
    <div className="mean" aria-hidden="true">
      {found && <Pixels rgba={signedToRgba(found.mean, 127)} side={found.side} label="" />}
    </div>
  );
}

const wayWords: Record<Way | 'none', string> = {
  ...{ both: 'branch and shortcut', shortcut: 'shortcut only', branch: 'branch only', none: '' },
};

/** What is cut where only one way is open. */
const cuts = { both: undefined, none: undefined, shortcut: 'branch', branch: 'shortcut' } as const;
