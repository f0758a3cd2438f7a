import { fork } from 'node:child_process';

/**
 * What a script answers, run in a process of its own, to one message. Rejects when the process ends without an answer.
 * @param script a TypeScript file that waits for the message
 */
export function inProcess<Answer>(script: string, message: object): Promise<Answer> {
  const child = fork(script, { execArgv: ['--import', 'tsx'] });
  return new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as Answer));
    child.once('exit', (code) => reject(new Error(`The process ended with code ${code}.`)));
    child.send(message);
  });
}
