/** Of a lesson's small picture, in its own units. */
export const width = 160;
export const height = 100;
