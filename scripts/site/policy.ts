import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const pythonFrame = path.resolve(import.meta.dirname, '../../public/scripts/python-frame.js');

/**
 * The Content-Security-Policy of every built page; README.md has the same for hosts that send it as a header. WebAssembly
 * computes, workers are started from bytes (Python), figures make pictures, and the large network comes from Hugging Face,
 * whose address leads on to its stores. One script may be written into a frame: Python's, which has no network offline.
 */
export const sitePolicy = [
  "default-src 'self'",
  `script-src 'self' 'wasm-unsafe-eval' ${hashOf(readFileSync(pythonFrame, 'utf8'))}`,
  "worker-src 'self' blob:",
  "img-src 'self' data: blob:",
  "connect-src 'self' data: blob: https://huggingface.co https://*.huggingface.co https://*.hf.co",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
].join('; ');

/**
 * Puts the policy first into a page's head: what stands before it would not obey. Only the page for an unknown address,
 * which cannot know where the site's files are, has a script and a style written into it; they are let in by their hashes.
 */
export function addPolicy(html: string): string {
  const policy = [
    allow('script-src', hashesOf(html, /<script>(.*?)<\/script>/gs)),
    allow('style-src', hashesOf(html, /<style>(.*?)<\/style>/gs)),
  ].reduce((before, add) => add(before), sitePolicy);
  return html.replace(
    /<meta char[sS]et="utf-8" ?\/>/,
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
}

function hashesOf(html: string, written: RegExp): string[] {
  return [...html.matchAll(written)].map(([, text = '']) => hashOf(text));
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function allow(directive: string, hashes: string[]): (policy: string) => string {
  if (hashes.length === 0) return (policy) => policy;
  const sources = hashes.join(' ');
  return (policy) =>
    policy.includes(`${directive} `)
      ? policy.replace(`${directive} `, `${directive} ${sources} `)
      : `${policy}; ${directive} 'self' ${sources}`;
}
