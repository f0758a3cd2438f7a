import { spawn, type SpawnOptions } from 'node:child_process';

/** Runs a program to its end and returns what it printed; a failure is an Error with its last words. */
export function command(
  program: string,
  args: string[],
  options: SpawnOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    // npm is a script on Windows, which needs a shell.
    const shell = process.platform === 'win32';
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], shell, ...options });
    let printed = '';
    let complaints = '';
    child.stdout?.on('data', (chunk: Buffer) => (printed += chunk));
    child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve(printed);
      const words = (complaints || printed).trim().split('\n').slice(0, 3).join(' ');
      reject(new Error(`${program} ${args[0] ?? ''} ended with ${code}: ${words}`));
    });
  });
}
