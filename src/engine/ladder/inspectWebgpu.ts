import { isSoftware, type GpuDevice } from './rungs.ts';

/**
 * A WebGPU adapter, which can give one device; undefined where there is none. Asked twice: after a browser's start the
 * first answer may be that there is none.
 */
export async function findAdapter(): Promise<GPUAdapter | undefined> {
  const gpu = (navigator as Partial<Navigator>).gpu;
  const wish = { powerPreference: 'high-performance' } as const;
  const adapter = (await gpu?.requestAdapter(wish)) ?? (await gpu?.requestAdapter(wish));
  return adapter ?? undefined;
}

/** Looks at the WebGPU adapter of this browser; undefined where there is none. */
export async function inspectWebgpu(): Promise<GpuDevice | undefined> {
  const adapter = await findAdapter().catch(() => undefined);
  if (!adapter) return undefined;
  const renderer = rendererOf(adapter);
  // The adapter's own word for it is older browsers'.
  const { isFallbackAdapter } = adapter as { isFallbackAdapter?: boolean };
  const isFallback = adapter.info?.isFallbackAdapter ?? isFallbackAdapter ?? false;
  const software = isFallback || isSoftware(renderer);
  return { renderer, software, float32: true };
}

/** Older browsers have no `info`. */
function rendererOf({ info }: { info?: GPUAdapterInfo }): string {
  if (!info) return '';
  const { description, vendor, architecture } = info;
  return description || [vendor, architecture].filter(Boolean).join(' ');
}
