import type { ReactElement } from 'react';
import { TimelineView } from '../../src/widgets/depth-timeline/DepthTimeline.tsx';
import { entries } from '../../src/widgets/depth-timeline/entries.ts';

const nothing = () => undefined;
const idle = { chosen: entries[0], setAgainst: nothing, setChosen: nothing };

/** Every state of the timeline that is worth seeing, and a sentence that must be in it. */
export const depthTimeline: Record<string, { element: ReactElement; says: string }> = {
  'against depth': {
    element: <TimelineView {...idle} against="depth" />,
    says: 'layers, by doublings',
  },
  'against time, VGG chosen': {
    element: <TimelineView {...idle} against="year" chosen={entries[1]!} />,
    says: 'On the test set of ILSVRC-2014',
  },
};
