import { oneOf, someOf } from '../../figure/settings/link.ts';
import { inPicture, type ValuesOf } from '../../figure/settings/settings.tsx';
import { partIds, type PartId } from './parts.ts';

export const settings = {
  language: inPicture(oneOf(['python', 'ts']), 'python', 'ts'),
  /** The parts of the block that are lit. */
  lit: inPicture<PartId[]>(someOf(partIds), [], ['bn2']),
};

export type CodeSettings = ValuesOf<typeof settings>;
