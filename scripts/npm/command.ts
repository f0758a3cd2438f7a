import { spawn } from 'node:child_process';

/**
 * Runs a program silently to its end. Rejects with its own words if it fails; `code` of the error is then
 * what the words name, such as ENOTFOUND, if they name any.
 * Arguments must need no quoting: on Windows npm is a script, which only a shell can run.
 */
export function command(program: string, args: string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32';
    const child = spawn(program, args, { cwd, shell, stdio: ['ignore', 'ignore', 'pipe'] });
    let complaints = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) return resolve();
      const lines = complaints.split('\n').filter((line) => line && !line.startsWith('npm warn'));
      const words = lines.slice(0, 3).join(' ') || `it ended with ${status}`;
      const code = /\bE[A-Z_]{4,}\b/.exec(words)?.[0];
      reject(Object.assign(new Error(`${program} ${args[0]}: ${words}`), { code }));
    });
  });
}
