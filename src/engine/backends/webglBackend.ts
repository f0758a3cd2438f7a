import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { reasonOf } from '../../lib/reasonOf.ts';
import type { BackendHandle } from './backendHandle.ts';
import { forget } from '../preflight/memory.ts';

/**
 * Registers TensorFlow.js's WebGL backend on a canvas of our own: its own code uses no OffscreenCanvas in
 * Safari (issues 7803 and 8267), and hides the loss of its context (issue 756).
 * @throws where there is no WebGL2, or none that draws 32-bit floats
 */
export function registerWebgl(): BackendHandle {
  const canvas = new OffscreenCanvas(1, 1);
  const gl = canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false });
  if (!gl) throw new Error('There is no WebGL2 context.');
  // Once and for all: a browser may restore the context, but not its contents.
  let lost = false;
  let removed = false;
  canvas.addEventListener('webglcontextlost', () => {
    lost = true;
    if (!removed) void forget();
    // Fences of a lost context never signal. Saying they did ends every pending read, whose reader then
    // sees that the context is lost, instead of waiting and polling for ever.
    gl.clientWaitSync = () => gl.CONDITION_SATISFIED;
  });

  // It refuses to draw in software unless told; the figure tells a reader who asks for that.
  tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  tf.env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
  // It looks for WebGL with a canvas of its own, which fails in Safari's workers.
  tf.env().set('WEBGL_VERSION', 2);
  const backend = new NamingBackend(canvas);
  if (!tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) {
    throw new Error('WebGL cannot draw 32-bit floats.');
  }
  // The one that importing the package registers.
  if (tf.findBackendFactory('webgl')) tf.removeBackend('webgl');
  tf.registerBackend('webgl', () => backend);
  return {
    isLost: () => lost || gl.isContextLost(),
    remove() {
      removed = true;
      tf.removeBackend('webgl');
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}

type RunWebGLProgram = MathBackendWebGL['runWebGLProgram'];

/** A program that does not compile says what it was for; TensorFlow.js only says that one did not. */
class NamingBackend extends MathBackendWebGL {
  override runWebGLProgram(...call: Parameters<RunWebGLProgram>): ReturnType<RunWebGLProgram> {
    try {
      return super.runWebGLProgram(...call);
    } catch (error) {
      const [{ variableNames, outputShape }, inputs] = call;
      const given = inputs.map(({ shape }, i) => `${variableNames[i]} [${shape.join(', ')}]`);
      const from = given.length > 0 ? ` from ${given.join(' and ')}` : '';
      throw new Error(
        `${reasonOf(error)}. It is the program that computes [${outputShape.join(', ')}]${from}.`,
        {
          cause: error,
        },
      );
    }
  }
}
