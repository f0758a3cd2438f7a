import { useState } from 'react';
import type { CheckReport } from '../../contract/exercises.ts';

interface Given<Answer> {
  answer: Answer | undefined;
  report: CheckReport | undefined;
  isReportOld: boolean;
}

/**
 * The answer as it was when it was last checked, in this visit or the one before: what is said of a question holds
 * while its part of the answer is still the same.
 */
export function useChecked<Answer>({ answer, report, isReportOld }: Given<Answer>) {
  const [checked, setChecked] = useState<Answer>();
  if (checked === undefined && answer !== undefined && report && !isReportOld) setChecked(answer);
  return [answer === undefined ? undefined : checked, setChecked] as const;
}
