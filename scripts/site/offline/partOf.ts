import type { OfflinePart } from '../../../src/contract/offline.ts';

/**
 * Pictures for training that are saved with the smaller part: a run of 300 steps, the lab's own number, takes 64 a step,
 * in the order of the files, 1,000 pictures each.
 */
const trainFiles = 20;
/** All that the figures look at of the held-out pictures. */
const testFiles = 2;

/**
 * The part of the site that a built file is saved with for offline; undefined for one that only hosts or old browsers
 * use.
 * @param path from the site's root on
 */
export function partOf(path: string): OfflinePart | undefined {
  if (/^\.|^_|\/\.|^(404\.html|service-worker\.js|offline-files\.json)$/.test(path))
    return undefined;
  // KaTeX's style sheet names them for browsers without woff2.
  if (/\.(ttf|woff)$/.test(path) || path.endsWith('.md')) return undefined;
  const [, set, number] = /^data\/.*\/(train|test)-(\d+)\.bin$/.exec(path) ?? [];
  if (set) {
    return Number(number) < (set === 'train' ? trainFiles : testFiles)
      ? 'pictures'
      : 'morePictures';
  }
  if (path.startsWith('data/')) return 'pictures';
  if (path.startsWith('models/tiny200/')) return 'classifier';
  if (/^assets\/(pyodide\.asm|python\.worker|library)-/.test(path)) return 'python';
  return 'chapter';
}
