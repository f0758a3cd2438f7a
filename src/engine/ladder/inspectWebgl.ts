import { isSoftware, type GpuDevice } from './rungs.ts';

/** Asks for a WebGL2 context and looks at it; undefined where there is none. */
export function inspectWebgl(): GpuDevice | undefined {
  if (typeof OffscreenCanvas === 'undefined') return undefined;
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return undefined;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER) ?? '');
  const float32 = gl.getExtension('EXT_color_buffer_float') !== null && drawsFloat32(gl);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return { renderer, software: isSoftware(renderer), float32 };
}

/** Half-float devices may offer the extension and still refuse the framebuffer. */
function drawsFloat32(gl: WebGL2RenderingContext): boolean {
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, 1, 1, 0, gl.RGBA, gl.FLOAT, null);
  gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
  const { FRAMEBUFFER, COLOR_ATTACHMENT0, TEXTURE_2D } = gl;
  const texture = gl.getParameter(gl.TEXTURE_BINDING_2D) as WebGLTexture;
  gl.framebufferTexture2D(FRAMEBUFFER, COLOR_ATTACHMENT0, TEXTURE_2D, texture, 0);
  return gl.checkFramebufferStatus(FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE;
}
