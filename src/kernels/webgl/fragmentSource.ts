import type { ProgramSpec } from './programs.ts';

/** A program's source with what `ProgramSpec` promises it: inputs as functions, targets, uniforms. */
export function fragmentSource({ name, inputs, targets, uniforms, source }: ProgramSpec): string {
  const lines = [
    '#version 300 es',
    `// ${name}`, // what a GPU debugger shows
    'precision highp float;',
    'precision highp int;',
    'precision highp sampler2D;',
    ...Array.from({ length: targets }, (_, i) => `layout(location = ${i}) out vec4 target${i};`),
    ...Object.entries(inputs).map(([name, lanes]) => (lanes === 4 ? quads(name) : singles(name))),
    ...Object.entries(uniforms).map(([name, type]) => `uniform ${type} ${name};`),
    'uniform int targetColumns;',
    'int targetIndex() {',
    '  return int(gl_FragCoord.y) * targetColumns + int(gl_FragCoord.x);',
    '}',
  ];
  return `${lines.join('\n')}\n${source.trim()}\n`;
}

/** Textures of 4 lanes are ours and a power of two wide: no division, which GPUs are slow at. */
function quads(name: string): string {
  return `uniform sampler2D ${name}_texture;
uniform ivec2 ${name}_size;
vec4 ${name}(int k) {
  return texelFetch(${name}_texture, ivec2(k & (${name}_size.x - 1), k >> ${name}_size.y), 0);
}`;
}

/** Textures of 1 lane may come from TensorFlow.js, of any width. */
function singles(name: string): string {
  return `uniform sampler2D ${name}_texture;
uniform ivec2 ${name}_size;
float ${name}(int k) {
  int row = k / ${name}_size.x;
  return texelFetch(${name}_texture, ivec2(k - row * ${name}_size.x, row), 0).r;
}`;
}
