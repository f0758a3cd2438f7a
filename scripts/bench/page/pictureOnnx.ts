import type { PictureCandidate } from './pictureCandidate.ts';
import type { PictureWork } from './pictureProtocol.ts';

type Provider = 'wasm' | 'webgpu';

/** What is used here of onnxruntime-web, which the benchmark fetches by itself (onnxRuntime.ts). */
interface OnnxRuntime {
  env: { wasm: { numThreads?: number } };
  InferenceSession: {
    create(
      model: Uint8Array,
      options: { executionProviders: [Provider]; freeDimensionOverrides: Record<string, number> },
    ): Promise<{
      run(feeds: Record<string, unknown>): Promise<Record<string, { data: Float32Array }>>;
    }>;
  };
  Tensor: new (type: 'float32', data: Float32Array, shape: number[]) => unknown;
}

/** @param threads as many as it takes by itself where none are given: half the processor's, at most 4 */
export async function startOnnx(
  { pictureSize, files }: PictureWork,
  provider: Provider,
  threads?: number,
): Promise<PictureCandidate> {
  const script = new URL(`ort.${provider}.bundle.min.mjs`, files).href;
  const runtime = (await import(/* @vite-ignore */ script)) as OnnxRuntime;
  if (threads !== undefined) runtime.env.wasm.numThreads = threads;
  const model = await (await fetch(new URL('network.onnx', files))).arrayBuffer();
  const session = await runtime.InferenceSession.create(new Uint8Array(model), {
    executionProviders: [provider],
    freeDimensionOverrides: { size: pictureSize },
  });
  const taken = runtime.env.wasm.numThreads!;
  let nchw: Float32Array | undefined;
  return {
    runsOn: provider === 'webgpu' ? 'WebGPU' : `${taken} ${taken === 1 ? 'thread' : 'threads'}`,
    async answer(picture) {
      // Once: each engine is given the picture in its own layout.
      nchw ??= channelsFirst(picture);
      const shape = [1, 3, pictureSize, pictureSize];
      const picture4d = new runtime.Tensor('float32', nchw, shape);
      const { logits } = await session.run({ picture: picture4d });
      return logits!.data;
    },
  };
}

/** [height, width, 3] → [3, height, width]. */
function channelsFirst(picture: Float32Array): Float32Array {
  const pixels = picture.length / 3;
  return picture.map((_, i) => picture[(i % pixels) * 3 + Math.floor(i / pixels)]!);
}
