import { util } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { Gpu } from './gpu.ts';

/**
 * Has TensorFlow.js compile a program of its own anew for an input whose texture has other sides than its shape.
 * It compiles a shorter one where they are the same, but does not tell the two apart where the shape has sides of 1
 * besides, as [1, 3, 3, 1] (`makeShaderKey` in its gpgpu_math.ts): it then reads the wrong values. Textures of our
 * programs have other sides, and so have reshaped and sliced ones of its own.
 */
export function tellLayoutsApart({ backend }: Gpu): void {
  const run: MathBackendWebGL['runWebGLProgram'] = backend.runWebGLProgram.bind(backend);
  backend.runWebGLProgram = (program, inputs, ...rest) => {
    const isOther = inputs.map(({ dataId, shape }) => {
      const sides = util.squeezeShape(shape).newShape;
      if (shape.length === 2 || sides.length !== 2) return false;
      const { texture, texShape } = backend.getDataInfo(dataId);
      return Boolean(texture && texShape && !util.arraysEqual(sides, texShape));
    });
    // Its code is a part of the key.
    if (isOther.includes(true)) program.userCode += `\n// other sides: ${isOther.join(', ')}`;
    return run(program, inputs, ...rest);
  };
}
