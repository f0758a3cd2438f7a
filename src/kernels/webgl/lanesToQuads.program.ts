import { programs } from './programs.ts';

/** Four values in a row, one a texel, become one texel. */
export const lanesToQuads = programs(() => ({
  name: 'lanesToQuads',
  inputs: { values: 1 },
  targets: 1,
  uniforms: { size: 'int' },
  source: `
void main() {
  int at = 4 * targetIndex();
  vec4 quad = vec4(0.0);
  for (int lane = 0; lane < 4; lane++) {
    if (at + lane < size) quad[lane] = values(at + lane);
  }
  target0 = quad;
}`,
}));
