let enabled = true;

/** Whether operations are recorded for backward(). */
export function isGradEnabled(): boolean {
  return enabled;
}

export function setGradEnabled(on: boolean): void {
  enabled = on;
}

/** Runs `task` with or without recording for backward(). */
export function withGrad<T>(on: boolean, task: () => T): T {
  const before = enabled;
  enabled = on;
  try {
    return task();
  } finally {
    enabled = before;
  }
}
