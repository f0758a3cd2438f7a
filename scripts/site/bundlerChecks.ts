/** Of interest only when the build is to be made faster. */
export const bundlerChecks = { bundlerTimings: false };
