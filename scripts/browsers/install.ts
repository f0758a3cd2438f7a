import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs a package of the system: on Debian and its kin, as root. Tells whether it ended well. */
export async function installPackage(name: string): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  console.log(`Installing the package ${name} with apt-get …`);
  return (await run('apt-get', ['update'])) && run('apt-get', ['install', '-y', name]);
}

/** Runs a program that may print, but asks nothing. Tells whether it ended well. */
export function run(program: string, args: string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}
