/**
 * With these headers a page is cross-origin isolated, and may share memory between threads: WebAssembly then trains on
 * several. The last one lets the frames that have no origin load their scripts from this site.
 */
export const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};
