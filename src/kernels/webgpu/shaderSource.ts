import { defaultThreads, type ProgramSpec } from './programs.ts';

/** The WGSL of a program: bindings in the order inputs, outputs, uniforms. */
export function shaderSource(spec: ProgramSpec): string {
  const { inputs, outputs, uniforms, threads = defaultThreads, declarations = '', body } = spec;
  const bind = (access: string) => (entry: [string, string]) =>
    `var<storage, ${access}> ${entry[0]}: array<${entry[1]}>;`;
  const bindings = [
    ...Object.entries(inputs).map(bind('read')),
    ...Object.entries(outputs).map(bind('read_write')),
    ...(Object.keys(uniforms).length > 0 ? ['var<uniform> u: Uniforms;'] : []),
  ];
  const fields = Object.entries(uniforms).map(([name, type]) => `${name}: ${type}`);
  return `
${fields.length > 0 ? `struct Uniforms { ${fields.join(', ')} }` : ''}
${bindings.map((binding, i) => `@group(0) @binding(${i}) ${binding}`).join('\n')}
${declarations}
@compute @workgroup_size(${threads})
fn main(
  @builtin(local_invocation_index) thread: u32,
  @builtin(workgroup_id) tile: vec3u,
  @builtin(num_workgroups) tiles: vec3u,
) {${body}}`;
}
