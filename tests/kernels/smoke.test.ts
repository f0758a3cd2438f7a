import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import threadUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { test, expect } from 'vitest';
const w = typeof window !== 'undefined';
for (const b of w ? ['cpu', 'wasm', 'webgl'] : ['cpu', 'wasm'])
  test(b, async () => {
    const fix = (u: string) => (w ? u : process.cwd() + u);
    setWasmPaths({
      'tfjs-backend-wasm.wasm': fix(plainUrl),
      'tfjs-backend-wasm-simd.wasm': fix(simdUrl),
      'tfjs-backend-wasm-threaded-simd.wasm': fix(threadUrl),
    });
    expect(await tf.setBackend(b)).toBe(true);
    console.log(simdUrl);
    expect(Array.from(await tf.add(tf.tensor1d([1, 2]), 1).data())).toEqual([2, 3]);
  });
