/** A WebAssembly module with nothing in it. */
const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** False where the site's Content-Security-Policy forbids WebAssembly, which a browser without any does not tell. */
export function mayCompileWasm(): boolean {
  if (typeof WebAssembly === 'undefined') return true;
  try {
    new WebAssembly.Module(empty);
    return true;
  } catch {
    return false;
  }
}
