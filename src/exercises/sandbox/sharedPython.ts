import { createPython } from './createPython.ts';
import type { PythonClient } from './pythonClient.ts';

let shared: PythonClient | undefined;

/** The one Python of this page, which all its exercises and listings share. Nothing is downloaded before it is asked. */
export function sharedPython(): PythonClient {
  shared ??= createPython();
  return shared;
}
