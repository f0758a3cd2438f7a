import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { Program } from './program.ts';

/** TensorFlow.js's WebGL backend with what our programs keep on its context. */
export interface Gpu {
  readonly backend: MathBackendWebGL;
  readonly gl: WebGL2RenderingContext;
  /** Textures one program can write at once: 4 everywhere, 8 almost everywhere. */
  readonly maxTargets: number;
  /** Textures one program can read. */
  readonly maxSamplers: number;
  /** While true, programs are compiled and nothing is drawn. */
  compilesOnly: boolean;
  /** Compiled programs by name. */
  readonly programs: Map<string, Program>;
  /** A framebuffer for each number of textures written at once. */
  framebuffer(targets: number): WebGLFramebuffer;
  /** Draws one triangle that covers the whole target; needs no vertex buffers. */
  readonly vertexShader: WebGLShader;
  readonly noVertices: WebGLVertexArrayObject;
}

const triangle = `#version 300 es
void main() {
  gl_Position = vec4(vec2(gl_VertexID & 1, gl_VertexID >> 1) * 4.0 - 1.0, 0.0, 1.0);
}`;

/**
 * The GPU behind a backend of TensorFlow.js, or null where our programs can't run on it: another backend,
 * WebGL 1, or no 32-bit float targets.
 */
export function createGpu(backend: unknown): Gpu | null {
  const webgl = backend as Partial<MathBackendWebGL>;
  const gl = webgl.getGPGPUContext?.().gl as unknown as WebGL2RenderingContext | undefined;
  if (!gl?.drawBuffers || !gl.getExtension('EXT_color_buffer_float')) return null;

  const framebuffers = new Map<number, WebGLFramebuffer>();
  const vertexShader = gl.createShader(gl.VERTEX_SHADER) as WebGLShader;
  gl.shaderSource(vertexShader, triangle);
  gl.compileShader(vertexShader);
  return {
    backend: webgl as MathBackendWebGL,
    gl,
    maxTargets: gl.getParameter(gl.MAX_DRAW_BUFFERS) as number,
    maxSamplers: gl.getParameter(gl.MAX_TEXTURE_IMAGE_UNITS) as number,
    compilesOnly: false,
    programs: new Map(),
    framebuffer(targets) {
      let framebuffer = framebuffers.get(targets);
      if (!framebuffer) {
        framebuffer = gl.createFramebuffer();
        framebuffers.set(targets, framebuffer);
        gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
        gl.drawBuffers(Array.from({ length: targets }, (_, i) => gl.COLOR_ATTACHMENT0 + i));
      }
      return framebuffer;
    },
    vertexShader,
    noVertices: gl.createVertexArray(),
  };
}
