import type { Program } from './program.ts';

/**
 * What may run before a listing: what it takes for granted, and the chapter's listings before it. Of these run those
 * that define what it needs.
 * @param programs of the chapter, in order
 * @param lesson where the listing stands; one that is no listing of the chapter comes after the lesson's own
 */
export function offeredTo(programs: readonly Program[], lesson: string, code: string): string[] {
  const own = programs.findIndex((program) => program.lesson === lesson && program.code === code);
  const last = programs.findLastIndex((program) => program.lesson === lesson);
  return programs
    .slice(0, own >= 0 ? own : last + 1)
    .filter((program) => !program.isGiven || [lesson, 'everywhere'].includes(program.lesson))
    .map((program) => program.code);
}
