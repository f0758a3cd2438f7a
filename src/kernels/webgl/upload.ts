import type { Gpu } from './gpu.ts';

/**
 * Takes a tensor's values to the GPU if they are not there yet. TensorFlow.js takes a second texture and a
 * program to put them in order: `stock` does, where a texel is to hold four.
 */
export function upload({ backend, gl }: Gpu, dataId: object, stock: (id: object) => void): void {
  const data = backend.getDataInfo(dataId);
  const values = data.texture || data.isPacked ? undefined : data.values;
  if (values) {
    delete data.values;
    data.usage = 0; // a texture to draw to, of one red float a texel
  }
  stock(dataId);
  if (!values) return;
  const [rows, columns] = data.texShape as [number, number];
  const texels = new Float32Array(rows * columns);
  texels.set(values as Float32Array | Int32Array | Uint8Array);
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, data.texture?.texture ?? null);
  gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, columns, rows, gl.RED, gl.FLOAT, texels);
}
