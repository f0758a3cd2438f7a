import { fetchKernels } from '../../kernels/wasm/module.ts';
import { mostPages, shareMemory } from '../../kernels/wasm/threads/shareMemory.ts';

/**
 * TensorFlow.js's module with a memory that threads share.
 * @param url of the one with SIMD
 * @returns its address; undefined where it would not start. TensorFlow.js cannot be started a second time, so all that
 *   may fail is tried here.
 */
export async function shareTensors(url: string): Promise<string | undefined> {
  let address: string | undefined;
  try {
    new WebAssembly.Memory({ initial: 1, maximum: mostPages, shared: true });
    const module = shareMemory(await fetchKernels(url));
    if (!WebAssembly.validate(module)) throw new Error('This browser has no SIMD.');
    address = URL.createObjectURL(new Blob([module], { type: 'application/wasm' }));
    // The policy of a site may forbid addresses of this kind.
    await fetch(address);
    return address;
  } catch (error) {
    console.warn('WebAssembly runs on one thread.', error);
    if (address) URL.revokeObjectURL(address);
    return undefined;
  }
}
