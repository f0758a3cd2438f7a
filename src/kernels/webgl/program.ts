import type { Gpu } from './gpu.ts';
import { fragmentSource } from './fragmentSource.ts';
import type { Lanes, Texels } from './texels.ts';

/**
 * A fragment shader of ours. Its source may call `name(k)` for texel k of every input (a vec4, or a float
 * when the input has 1 lane) and `targetIndex()` for the texel it is to write, and assigns target0 and so
 * on, which are vec4; a target of 1 lane takes the first component.
 */
export interface ProgramSpec {
  /** What errors call it, with the choices it was written for. */
  name: string;
  /** Lanes of every input. */
  inputs: Record<string, Lanes>;
  /** How many textures are written at once. */
  targets: number;
  uniforms: Record<string, 'int' | 'float'>;
  source: string;
}

export interface Program {
  readonly handle: WebGLProgram;
  readonly shader: WebGLShader;
  /** Whether it has been found to be compiled and linked. */
  checked: boolean;
  readonly locations: Map<string, WebGLUniformLocation | null>;
}

type Choice = string | number | boolean | readonly number[];

/** A family of programs of which each member is written once, when it is first asked for. */
export function programs<Choices extends readonly Choice[]>(
  write: (...choices: Choices) => ProgramSpec,
): (...choices: Choices) => ProgramSpec {
  const written = new Map<string, ProgramSpec>();
  return (...choices) => {
    const key = choices.join();
    const known = written.get(key);
    if (known) return known;
    const spec = write(...choices);
    const named = { ...spec, name: `${spec.name}(${key})` };
    written.set(key, named);
    return named;
  };
}

/** The type of a texel of so many lanes, and of what is computed of it. */
export function vector(lanes: Lanes): string {
  return lanes === 4 ? 'vec4' : 'float';
}

/** `count` lines of a source, from their numbers. */
export function lines(count: number, write: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => write(index)).join('\n');
}

/**
 * Draws `targets`, all of the same size, from `inputs`.
 * @throws an error that names the program if the driver refuses it
 */
export function run(
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
  draw(gpu, program, targets);
}

/** Hands a program to the driver, which may compile it in the background until its first use. */
function compile(gpu: Gpu, spec: ProgramSpec): Program {
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
  const program: Program = { handle, shader, checked: false, locations: new Map() };
  gpu.programs.set(spec.name, program);
  return program;
}

function activate(gpu: Gpu, spec: ProgramSpec, program: Program): void {
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

function locate({ gl }: Gpu, { handle, locations }: Program, name: string) {
  let location = locations.get(name);
  if (location === undefined) {
    location = gl.getUniformLocation(handle, name);
    locations.set(name, location);
  }
  return location;
}

function draw(gpu: Gpu, program: Program, targets: readonly Texels[]): void {
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
