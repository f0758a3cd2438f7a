/** How long tests wait for what comes sooner or later, in milliseconds: a fault is found late, but never for nothing. */
export const patience = 300_000;
