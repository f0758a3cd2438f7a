import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendKernel, Kernel } from '../kernel.ts';

/** TensorFlow.js's WebGL backend with what our programs keep on its context. */
export interface Gpu {
  readonly backend: MathBackendWebGL;
  readonly gl: WebGL2RenderingContext;
  /** Textures one program can write at once: 4 or 8. */
  readonly maxTargets: number;
  /** Textures one program can read. */
  readonly maxSamplers: number;
  /** While true, programs are compiled and nothing is drawn. */
  compilesOnly: boolean;
  /** Compiled programs by name. */
  readonly programs: Map<string, CompiledProgram>;
  /** What is not drawn until it is read, by its dataId. */
  readonly waiting: Map<object, Waiting>;
  /** A framebuffer for each number of textures written at once. */
  framebuffer(targets: number): WebGLFramebuffer;
  /** Draws one triangle that covers the whole target; needs no vertex buffers. */
  readonly vertexShader: WebGLShader;
  readonly noVertices: WebGLVertexArrayObject;
}

/**
 * A texture that is drawn when it is first read, unless what comes before lets it be drawn with something else
 * (waiting.ts). Whoever may do that knows it by what it is: an object of the class that the kernel has for it.
 */
export interface Waiting {
  readonly target: TensorInfo;
  /** What it will be drawn from: kept until then. */
  readonly sources: readonly TensorInfo[];
  draw(): void;
}

export interface CompiledProgram {
  readonly handle: WebGLProgram;
  readonly shader: WebGLShader;
  /** Whether it has been found to be compiled and linked. */
  checked: boolean;
  readonly locations: Map<string, WebGLUniformLocation | null>;
}

/** A kernel on WebGL. */
export type WebglKernel<K extends Kernel> = BackendKernel<K, Gpu>;

const triangle = `#version 300 es
void main() {
  gl_Position = vec4(vec2(gl_VertexID & 1, gl_VertexID >> 1) * 4.0 - 1.0, 0.0, 1.0);
}`;

/**
 * The GPU behind a backend of TensorFlow.js, or null where our programs can't run on it: another backend,
 * WebGL 1, or fewer than 4 targets of 32-bit floats.
 */
export function createGpu(backend: unknown): Gpu | null {
  const webgl = backend as Partial<MathBackendWebGL>;
  const gl = webgl.getGPGPUContext?.().gl as unknown as WebGL2RenderingContext | undefined;
  if (!gl?.drawBuffers || !gl.getExtension('EXT_color_buffer_float')) return null;
  const maxTargets = [8, 4].find((targets) => draws(gl, targets));
  if (!maxTargets) return null;

  const framebuffers = new Map<number, WebGLFramebuffer>();
  const vertexShader = gl.createShader(gl.VERTEX_SHADER) as WebGLShader;
  gl.shaderSource(vertexShader, triangle);
  gl.compileShader(vertexShader);
  return {
    backend: webgl as MathBackendWebGL,
    gl,
    maxTargets,
    maxSamplers: gl.getParameter(gl.MAX_TEXTURE_IMAGE_UNITS) as number,
    compilesOnly: false,
    programs: new Map(),
    waiting: new Map(),
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

/** Some GPUs, such as phones', limit the bytes of all targets together below what their number suggests. */
function draws(gl: WebGL2RenderingContext, targets: number): boolean {
  if (targets > (gl.getParameter(gl.MAX_DRAW_BUFFERS) as number)) return false;
  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  const textures = Array.from({ length: targets }, (_, i) => {
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, 1, 1, 0, gl.RGBA, gl.FLOAT, null);
    const attachment = gl.COLOR_ATTACHMENT0 + i;
    gl.framebufferTexture2D(gl.FRAMEBUFFER, attachment, gl.TEXTURE_2D, texture, 0);
    return texture;
  });
  const complete = gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE;
  gl.deleteFramebuffer(framebuffer);
  for (const texture of textures) gl.deleteTexture(texture);
  return complete;
}
