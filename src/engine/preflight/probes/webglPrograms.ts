import { work } from '../work.ts';

/** A map's texture has two texels a pixel, four channels each: a picture's row of pixels is a row of it. */
const { size, parts, pictures, epsilon } = work;
const partRows = (pictures * size) / parts;
const one = `#version 300 es
precision highp float;
precision highp sampler2D;
uniform sampler2D x;
layout(location = 0) out vec4 first;`;
const two = `${one}
layout(location = 1) out vec4 second;`;

export const triangle = `#version 300 es
void main() {
  gl_Position = vec4(vec2(gl_VertexID & 1, gl_VertexID >> 1) * 4.0 - 1.0, 0.0, 1.0);
}`;

/** The programs of a layer in their order; each draws into one or two textures. */
export const programs = {
  convolve: `${one}
uniform vec4 weights[144];
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int row = at.y % ${size};
  vec4 sum = vec4(0.0);
  for (int r = 0; r < 3; r++) {
    int i = row + r - 1;
    if (i < 0 || i >= ${size}) continue;
    for (int s = 0; s < 3; s++) {
      int j = at.x / 2 + s - 1;
      if (j < 0 || j >= ${size}) continue;
      for (int lanes = 0; lanes < 2; lanes++) {
        vec4 v = texelFetch(x, ivec2(2 * j + lanes, at.y - row + i), 0);
        int k = ((r * 3 + s) * 8 + lanes * 4) * 2 + at.x % 2;
        sum += v.x * weights[k] + v.y * weights[k + 2] + v.z * weights[k + 4] + v.w * weights[k + 6];
      }
    }
  }
  first = sum;
}`,
  sum: `${two}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  vec4 sum = vec4(0.0);
  vec4 square = vec4(0.0);
  for (int i = 0; i < ${partRows}; i++) {
    for (int j = 0; j < ${size}; j++) {
      vec4 v = texelFetch(x, ivec2(2 * j + at.x, at.y * ${partRows} + i), 0);
      sum += v;
      square += v * v;
    }
  }
  first = sum;
  second = square;
}`,
  factors: `${two}
uniform sampler2D squares;
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  vec4 sum = vec4(0.0);
  vec4 square = vec4(0.0);
  for (int i = 0; i < ${parts}; i++) {
    sum += texelFetch(x, ivec2(at.x, i), 0);
    square += texelFetch(squares, ivec2(at.x, i), 0);
  }
  vec4 mean = sum / ${pictures * size * size}.0;
  first = inversesqrt(square / ${pictures * size * size}.0 - mean * mean + ${epsilon});
  second = -mean * first;
}`,
  apply: `${one}
uniform sampler2D scale;
uniform sampler2D offset;
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  ivec2 channels = ivec2(at.x % 2, 0);
  vec4 v = texelFetch(x, at, 0);
  first = max(v * texelFetch(scale, channels, 0) + texelFetch(offset, channels, 0), 0.0);
}`,
};
