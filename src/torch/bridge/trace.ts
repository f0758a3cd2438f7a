import { createTracer, type Tracer } from '../recording/trace.ts';
import { tensorOf } from './handles.ts';

let tracer: Tracer | undefined;

/** Records what a module does with one input; see torch/_trace.py. */
export const traceBridge = {
  /** @param parameters [name, handle, whether it is trained] of each, as JSON */
  startTrace(input: number, parameters: string): void {
    const named = (JSON.parse(parameters) as [string, number, boolean][]).map(
      ([name, handle, trained]) => ({ name, tensor: tensorOf(handle), trained }),
    );
    tracer = createTracer(tensorOf(input), named);
    tracer.start();
  },

  stopTrace(): void {
    tracer?.stop();
  },

  /** @returns a TracedBlock as JSON */
  traced(output: number): string {
    const block = tracer?.describe(tensorOf(output));
    tracer = undefined;
    return JSON.stringify(block);
  },
};
