import { fragmentSource } from './fragmentSource.ts';
import type { CompiledProgram, Gpu } from './gpu.ts';
import type { ProgramSpec } from './programs.ts';
import type { Texels } from './texels.ts';

/**
 * Draws `targets`, all of the same size, from `inputs`.
 * @throws an error that names the program if the driver refuses it
 */
export function draw(
  gpu: Gpu,
  spec: ProgramSpec,
  inputs: Record<string, Texels>,
  targets: readonly Texels[],
  uniforms: Record<string, number> = {},
): void {
  const { gl } = gpu;
  const program = compile(gpu, spec);
  if (gpu.compilesOnly) return;
  activate(gpu, spec, program);

  Object.keys(spec.inputs).forEach((name, unit) => {
    const { texture, columns } = inputs[name] as Texels;
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.uniform2i(locate(gpu, program, `${name}_size`), columns, Math.log2(columns));
  });
  for (const [name, type] of Object.entries(spec.uniforms)) {
    const value = uniforms[name];
    if (value === undefined) throw new Error(`${spec.name}: the uniform ${name} is missing.`);
    gl[type === 'int' ? 'uniform1i' : 'uniform1f'](locate(gpu, program, name), value);
  }
  drawTriangle(gpu, program, targets);
}

/** Hands a program to the driver, which may compile it in the background until its first use. */
function compile(gpu: Gpu, spec: ProgramSpec): CompiledProgram {
  const known = gpu.programs.get(spec.name);
  if (known) return known;
  const { gl } = gpu;
  const shader = gl.createShader(gl.FRAGMENT_SHADER) as WebGLShader;
  gl.shaderSource(shader, fragmentSource(spec));
  gl.compileShader(shader);
  const handle = gl.createProgram();
  gl.attachShader(handle, gpu.vertexShader);
  gl.attachShader(handle, shader);
  gl.linkProgram(handle);
  const program: CompiledProgram = { handle, shader, checked: false, locations: new Map() };
  gpu.programs.set(spec.name, program);
  return program;
}

function activate(gpu: Gpu, spec: ProgramSpec, program: CompiledProgram): void {
  const { gl } = gpu;
  if (program.checked) {
    gl.useProgram(program.handle);
    return;
  }
  // A lost context also fails to link; that is no fault of the program's, and noticed elsewhere.
  if (!gl.getProgramParameter(program.handle, gl.LINK_STATUS) && !gl.isContextLost()) {
    const log = gl.getShaderInfoLog(program.shader) || gl.getProgramInfoLog(program.handle);
    throw new Error(`The GPU program ${spec.name} could not be compiled: ${log?.trim()}`);
  }
  gl.useProgram(program.handle);
  Object.keys(spec.inputs).forEach((name, unit) =>
    gl.uniform1i(locate(gpu, program, `${name}_texture`), unit),
  );
  program.checked = true;
}

function locate({ gl }: Gpu, { handle, locations }: CompiledProgram, name: string) {
  let location = locations.get(name);
  if (location === undefined) {
    location = gl.getUniformLocation(handle, name);
    locations.set(name, location);
  }
  return location;
}

function drawTriangle(gpu: Gpu, program: CompiledProgram, targets: readonly Texels[]): void {
  const { gl } = gpu;
  const { columns, rows } = targets[0] as Texels;
  gl.bindFramebuffer(gl.FRAMEBUFFER, gpu.framebuffer(targets.length));
  targets.forEach(({ texture }, i) =>
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0 + i, gl.TEXTURE_2D, texture, 0),
  );
  gl.uniform1i(locate(gpu, program, 'targetColumns'), columns);
  gl.viewport(0, 0, columns, rows);
  gl.scissor(0, 0, columns, rows);
  gl.bindVertexArray(gpu.noVertices);
  gl.drawArrays(gl.TRIANGLES, 0, 3);
}
