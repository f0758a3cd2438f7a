import type { Claim } from './claim.ts';

/** The glossary prints no number that a rule does not explain; one that does is claimed here. */
export const claims: readonly Claim[] = [];
