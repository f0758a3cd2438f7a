import type { Hook } from './network.ts';

/** Leaves the branch out of a block's sum: only the shortcut is left. */
export const ablateBranch: Hook = () => ({ branch: null });

/** Leaves the shortcut out: only the branch is left. */
export const ablateShortcut: Hook = () => ({ shortcut: null });
