import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const running = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(1);
  });
}

interface ScriptOptions {
  args?: string[];
  env?: NodeJS.ProcessEnv;
  /** Takes what the script would print. */
  onOutput?: ((text: string) => void) | undefined;
}

/** Runs a script of package.json to its end, and tells whether it ended well. */
export function runScript(
  script: string,
  { args = [], env = {}, onOutput }: ScriptOptions = {},
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const output = onOutput ? 'pipe' : 'inherit';
    const child = spawn('npm', ['run', '--silent', script, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
      shell: process.platform === 'win32',
    });
    running.add(child);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => onOutput?.(text));
    }
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve(code === 0);
    });
  });
}
