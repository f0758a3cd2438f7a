import { programs, triangle } from './webglPrograms.ts';
import { work, workInputs, type Probe } from '../work.ts';

const { pictures, size, channels, parts } = work;
const lanes = channels / 4;
const mapSize = [size * lanes, pictures * size] as const;

/** WebGL2 without TensorFlow.js, on a canvas of its own. Throws where a program does not compile. */
export async function startWebglProbe(): Promise<Probe> {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl?.getExtension('EXT_color_buffer_float')) throw new Error('There is no WebGL2 of floats.');
  const { map, filter } = workInputs();
  const first = createTexture(gl, mapSize, map);
  const [convolved, normalised] = [createTexture(gl, mapSize), createTexture(gl, mapSize)];
  const partSize = [lanes, parts] as const;
  const sums = [createTexture(gl, partSize), createTexture(gl, partSize)] as const;
  const factors = [createTexture(gl, [lanes, 1]), createTexture(gl, [lanes, 1])] as const;
  const [convolve, sum, findFactors, apply] = compileAll(gl);
  gl.useProgram(convolve);
  gl.uniform4fv(gl.getUniformLocation(convolve, 'weights'), filter);

  const framebuffers = [gl.createFramebuffer(), gl.createFramebuffer()];
  const draw = (
    program: WebGLProgram,
    inputs: Record<string, WebGLTexture>,
    [width, height]: readonly [number, number],
    targets: readonly WebGLTexture[],
  ) => {
    gl.useProgram(program);
    Object.entries(inputs).forEach(([name, texture], unit) => {
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.bindTexture(gl.TEXTURE_2D, texture);
      gl.uniform1i(gl.getUniformLocation(program, name), unit);
    });
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffers[targets.length - 1] as WebGLFramebuffer);
    const attachments = targets.map((_, i) => gl.COLOR_ATTACHMENT0 + i);
    targets.forEach((texture, i) =>
      gl.framebufferTexture2D(gl.FRAMEBUFFER, attachments[i] as number, gl.TEXTURE_2D, texture, 0),
    );
    gl.drawBuffers(attachments);
    gl.viewport(0, 0, width, height);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  };
  return {
    async turn(layers) {
      let x = first;
      for (let layer = 0; layer < layers; layer++) {
        draw(convolve, { x }, mapSize, [convolved]);
        draw(sum, { x: convolved }, partSize, sums);
        draw(findFactors, { x: sums[0], squares: sums[1] }, [lanes, 1], factors);
        const [scale, offset] = factors;
        draw(apply, { x: convolved, scale, offset }, mapSize, [normalised]);
        x = normalised;
      }
      const pixel = new Float32Array(channels);
      gl.readPixels(0, 0, lanes, 1, gl.RGBA, gl.FLOAT, pixel);
      return pixel;
    },
    end: () => gl.getExtension('WEBGL_lose_context')?.loseContext(),
  };
}

/** All are handed to the driver before the first is asked for, so that it may compile them side by side. */
function compileAll(gl: WebGL2RenderingContext) {
  const vertexShader = createShader(gl, gl.VERTEX_SHADER, triangle);
  const linked = (source: string) => {
    const program = gl.createProgram();
    gl.attachShader(program, vertexShader);
    gl.attachShader(program, createShader(gl, gl.FRAGMENT_SHADER, source));
    gl.linkProgram(program);
    return program;
  };
  const { convolve, sum, factors, apply } = programs;
  const all = [linked(convolve), linked(sum), linked(factors), linked(apply)] as const;
  for (const program of all)
    if (!gl.getProgramParameter(program, gl.LINK_STATUS))
      throw new Error(`WebGL's test does not compile: ${gl.getProgramInfoLog(program)}`);
  return all;
}

function createShader(gl: WebGL2RenderingContext, type: number, source: string): WebGLShader {
  const shader = gl.createShader(type) as WebGLShader;
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

function createTexture(
  gl: WebGL2RenderingContext,
  [width, height]: readonly [number, number],
  values: Float32Array | null = null,
): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, width, height, 0, gl.RGBA, gl.FLOAT, values);
  return texture;
}
