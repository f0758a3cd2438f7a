import { samples } from '../../../content/samples.ts';
import {
  blocksPerStage,
  intact,
  isMovable,
  type Surgery,
  type Way,
} from '../../contract/surgery.ts';
import type { Link } from '../../figure/tools/CopyLink.tsx';
import { oneOf, toQuery, type Field, type Fields } from '../../figure/settings/link.ts';
import type { SiteNetwork } from './network/sources.ts';
import type { ShownPicture } from './picture/pictureStore.ts';

/** What a link says: never a picture or a network of the reader's own. */
interface Linked {
  /** Of a sample; empty where none is asked about. */
  picture: string;
  network: SiteNetwork;
  blocks: Surgery;
}

export const nothingChosen: Linked = { picture: '', network: 'tiny200', blocks: intact() };

const letters: Record<Way, string> = { both: '', shortcut: 's', branch: 'b' };
const ways = Object.fromEntries(
  Object.entries(letters).map(([way, letter]) => [letter, way]),
) as Record<string, Way>;

/** Stage by stage the blocks in the order in which they run, such as 012.0s213.012345.012: s leaves the shortcut alone, b the branch. */
const blocks: Field<Surgery> = {
  write: (surgery) =>
    surgery
      .map((uses) => uses.map(({ block, way }) => `${block}${letters[way]}`).join(''))
      .join('.'),
  read(text) {
    const stages = text.split('.');
    const surgery = stages.map((stage) =>
      [...stage.matchAll(/(\d)(\D?)/g)].map(([, block, letter = '']) => ({
        block: Number(block),
        way: ways[letter] as Way,
      })),
    );
    // What is read must be written the same way: nothing of a damaged link is skipped over.
    return isSurgery(surgery) && blocks.write(surgery) === text ? surgery : undefined;
  },
};

function isSurgery(surgery: Surgery): boolean {
  return (
    surgery.length === blocksPerStage.length &&
    surgery.every(
      (uses, stage) =>
        uses.length === blocksPerStage[stage] &&
        new Set(uses.map(({ block }) => block)).size === uses.length &&
        uses.every(
          ({ block, way }, place) =>
            block < uses.length && way && (isMovable(stage, block) || block === place),
        ),
    )
  );
}

/** The figure in a link. */
export const fields: Fields<Linked> = {
  picture: oneOf(samples.map(({ id }) => id)),
  network: oneOf(['tiny200', 'imagenet']),
  blocks,
};

interface Figure {
  picture: Pick<ShownPicture, 'sample'> | null;
  /** Of the network in use. */
  origin: SiteNetwork | 'file' | undefined;
  surgery: Surgery;
}

/** A link to the figure as it stands, and what of it stays on the device. */
export function linkOf({ picture, origin = 'tiny200', surgery }: Figure): Link {
  const linked: Linked = {
    picture: picture?.sample ?? '',
    network: origin === 'file' ? nothingChosen.network : origin,
    blocks: surgery,
  };
  const own = [picture && !picture.sample && 'picture', origin === 'file' && 'network'].filter(
    Boolean,
  );
  return {
    query: toQuery(linked, nothingChosen, fields),
    leavesOut:
      own.length > 0
        ? `It does not include your own ${own.join(' and ')}: nothing of yours leaves this device.`
        : undefined,
  };
}
