import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { registerWebgpuKernels } from '../../kernels/webgpu/register.ts';
import type { BackendHandle } from './backendHandle.ts';
import { findAdapter } from '../ladder/inspectWebgpu.ts';
import { forget } from '../preflight/memory.ts';
import { withPulse } from './withPulse.ts';

/** Of TensorFlow.js's backend and our kernels; what an adapter has more of than every one. */
const limits = [
  'maxBufferSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
] as const;
/** As in Chrome. Some browsers promise more than their driver can do (gfx-rs/wgpu's issue 8173). */
const storageBuffersAtMost = 10;

/**
 * Registers TensorFlow.js's WebGPU backend on a device of our own: it tells nobody of the loss of its device. Rejects
 * where there is none.
 */
export async function registerWebgpu(): Promise<BackendHandle> {
  const adapter = await findAdapter();
  if (!adapter) throw new Error('There is no WebGPU adapter.');
  const device = await adapter.requestDevice({
    requiredLimits: {
      ...Object.fromEntries(limits.map((name) => [name, adapter.limits[name]])),
      maxStorageBuffersPerShaderStage: Math.min(
        adapter.limits.maxStorageBuffersPerShaderStage,
        storageBuffersAtMost,
      ),
    },
  });
  let lost = false;
  let refusal: string | undefined;
  let removed = false;
  void device.lost.then(({ message }) => {
    lost = true;
    if (removed) return;
    console.warn('The WebGPU device was lost.', message);
    void forget();
  });
  device.addEventListener('uncapturederror', ({ error }) => {
    refusal ??= error.message;
    void forget();
  });

  // Small tensors would else be computed in JavaScript, and our kernels' tensors taken for such.
  tf.env().set('WEBGPU_CPU_FORWARD', false);
  // The one that importing the package registers.
  if (tf.findBackendFactory('webgpu')) tf.removeBackend('webgpu');
  tf.registerBackend('webgpu', () => new PulsingBackend(device, adapter.info));
  return {
    isLost: () => lost,
    refusal: () => refusal,
    remove() {
      removed = true;
      // Its reads end with an error.
      device.destroy();
      tf.removeBackend('webgpu');
    },
    registerOwn: async () => {
      const abilities = registerWebgpuKernels();
      return abilities ? { name: 'our own compute shaders', abilities } : undefined;
    },
  };
}

class PulsingBackend extends WebGPUBackend {
  override getBufferData(buffer: GPUBuffer): Promise<ArrayBuffer> {
    return withPulse(this.queue, super.getBufferData(buffer));
  }
}
