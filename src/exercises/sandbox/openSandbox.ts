import parts from 'virtual:python-parts';
import type { FrameAbility, FrameCommand, FrameEvent } from '../../contract/pythonFrame.ts';
import { openFrame, type HiddenFrame } from '../../runtime/openFrame.ts';
import { siteUrl } from '../../lib/siteUrl.ts';
import { fetchParts } from './fetchParts.ts';
import { fetchWhole } from './fetchWhole.ts';
import type { PythonProgress } from './pythonClient.ts';
import { sayRefused } from './sayRefused.ts';

/** The page's hold on a frame without origin, network or storage, and on the worker in it. */
export interface Sandbox {
  send(command: FrameCommand): void;
  close(): void;
}

export type OpenSandbox = (
  hear: (event: FrameEvent) => void,
  onProgress: (progress: PythonProgress) => void,
  worker: number,
) => Promise<Sandbox>;

/**
 * Puts a sandboxed frame into the page, downloads Python once the frame says that it could run there, and hands it the
 * bytes. Its worker then says `ready`.
 */
export const openSandbox: OpenSandbox = async (hear, onProgress, worker) => {
  const { port, close } = await openPythonFrame().catch((error: Error) => {
    throw sayRefused(error.message);
  });
  const bytes = await able(port)
    .then(() =>
      fetchParts(parts, (received, total) => onProgress({ for: 'download', received, total })),
    )
    .catch((error: unknown) => {
      close();
      throw error;
    });
  onProgress({ for: 'start' });
  port.onmessage = ({ data }: MessageEvent<FrameEvent>) => hear(data);
  const given = [...bytes.scripts, bytes.python, ...Object.values(bytes.files)];
  port.postMessage({ type: 'load', parts: bytes, worker } satisfies FrameCommand, given);
  return {
    send: (command) => port.postMessage(command, command.type === 'send' ? command.transfer : []),
    close,
  };
};

/** Rejects where a policy of the site or the browser forbids what Python needs. */
function able(port: MessagePort): Promise<void> {
  return new Promise((resolve, reject) => {
    port.onmessage = ({ data }: MessageEvent<FrameAbility>) => {
      if (data.type === 'refused') reject(sayRefused(data.why, data.directive));
      else resolve();
    };
  });
}

/**
 * Written into the page rather than fetched, so that hosts that let no one frame their pages don't forbid it, and so that it
 * obeys the site's own policy as well as this one.
 */
function frameDocument({ source, element }: FrameScript): string {
  const policy = `default-src 'none'; script-src ${source} 'wasm-unsafe-eval'; worker-src blob:`;
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Python</title>${element}`;
}

interface FrameScript {
  /** As a policy names it. */
  source: string;
  element: string;
}

const scriptUrl = () => siteUrl('scripts/python-frame.js');

const linkedScript = (): FrameScript => ({
  source: scriptUrl(),
  element: `<script src="${scriptUrl()}"></script>`,
});

/**
 * The script itself: a frame without an origin has no service worker, so that it could not fetch it without a network.
 * The site's policy allows it by its hash (scripts/site/policy.ts).
 */
async function writtenScript(): Promise<FrameScript> {
  const text = new TextDecoder().decode(await fetchWhole(scriptUrl(), 'Python'));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const base64 = btoa(String.fromCharCode(...new Uint8Array(hash)));
  return { source: `'sha256-${base64}'`, element: `<script>${text}</script>` };
}

/** Where a service worker is in charge, the frame must do without a network. */
async function openPythonFrame(): Promise<HiddenFrame> {
  if (navigator.serviceWorker?.controller) {
    try {
      return await open(await writtenScript());
    } catch {
      // A host's own policy may lack the hash; with a network, the address does as well.
    }
  }
  return open(linkedScript());
}

const open = (script: FrameScript) =>
  openFrame('Python, which the exercises on this page run', { srcdoc: frameDocument(script) });
