// Winograd's minimal filtering F(2×2, 3×3): four outputs of a 3×3 convolution by 16 products instead
// of 36, after transforms that only add (Lavin and Gray, Fast Algorithms for Convolutional Neural
// Networks, 2016, section 4.1). With d a 4×4 tile of the input, g the filter and y the 2×2 outputs:
//
//   y = Aᵀ [ (G g Gᵀ) ⊙ (Bᵀ d B) ] A,   and for the filter gradient   dg = Gᵀ [ (A dy Aᵀ) ⊙ (Bᵀ d B) ] G
//
// summed over input channels, or over tiles. The transformed tiles are kept by their 16 elements e,
// [16, tiles, channels], so that each element is a plain matrix product.

/**
 * Bᵀ d B of a row of tiles, two pixels apart, for all channels (a multiple of 4).
 *
 * @param window float32, 4 rows of 2·tiles + 2 pixels at least, `rowBytes` apart
 * @param transformed first tile of element 0, channels together; elements are `elementBytes` apart
 */
export function transformInputRow(
  window: usize,
  rowBytes: i32,
  pixelBytes: i32,
  tiles: i32,
  transformed: usize,
  elementBytes: i32,
): void {
  for (let channel = 0; channel < pixelBytes; channel += 16) {
    let p0 = window + channel;
    let out = transformed + channel;
    // Columns are transformed once: the last two of a tile are the first two of the next.
    let d0 = v128.load(p0);
    let d1 = v128.load(p0 + rowBytes);
    let d2 = v128.load(p0 + rowBytes * 2);
    let d3 = v128.load(p0 + rowBytes * 3);
    let a0 = f32x4.sub(d0, d2);
    let a1 = f32x4.add(d1, d2);
    let a2 = f32x4.sub(d2, d1);
    let a3 = f32x4.sub(d1, d3);
    p0 += pixelBytes;
    d0 = v128.load(p0);
    d1 = v128.load(p0 + rowBytes);
    d2 = v128.load(p0 + rowBytes * 2);
    d3 = v128.load(p0 + rowBytes * 3);
    let b0 = f32x4.sub(d0, d2);
    let b1 = f32x4.add(d1, d2);
    let b2 = f32x4.sub(d2, d1);
    let b3 = f32x4.sub(d1, d3);
    for (let tile = tiles; tile > 0; tile--) {
      p0 += pixelBytes;
      d0 = v128.load(p0);
      d1 = v128.load(p0 + rowBytes);
      d2 = v128.load(p0 + rowBytes * 2);
      d3 = v128.load(p0 + rowBytes * 3);
      const c0 = f32x4.sub(d0, d2);
      const c1 = f32x4.add(d1, d2);
      const c2 = f32x4.sub(d2, d1);
      const c3 = f32x4.sub(d1, d3);
      p0 += pixelBytes;
      d0 = v128.load(p0);
      d1 = v128.load(p0 + rowBytes);
      d2 = v128.load(p0 + rowBytes * 2);
      d3 = v128.load(p0 + rowBytes * 3);
      const e0 = f32x4.sub(d0, d2);
      const e1 = f32x4.add(d1, d2);
      const e2 = f32x4.sub(d2, d1);
      const e3 = f32x4.sub(d1, d3);
      let at = out;
      v128.store(at, f32x4.sub(a0, c0));
      v128.store((at += elementBytes), f32x4.add(b0, c0));
      v128.store((at += elementBytes), f32x4.sub(c0, b0));
      v128.store((at += elementBytes), f32x4.sub(b0, e0));
      v128.store((at += elementBytes), f32x4.sub(a1, c1));
      v128.store((at += elementBytes), f32x4.add(b1, c1));
      v128.store((at += elementBytes), f32x4.sub(c1, b1));
      v128.store((at += elementBytes), f32x4.sub(b1, e1));
      v128.store((at += elementBytes), f32x4.sub(a2, c2));
      v128.store((at += elementBytes), f32x4.add(b2, c2));
      v128.store((at += elementBytes), f32x4.sub(c2, b2));
      v128.store((at += elementBytes), f32x4.sub(b2, e2));
      v128.store((at += elementBytes), f32x4.sub(a3, c3));
      v128.store((at += elementBytes), f32x4.add(b3, c3));
      v128.store((at += elementBytes), f32x4.sub(c3, b3));
      v128.store((at += elementBytes), f32x4.sub(b3, e3));
      out += pixelBytes;
      a0 = c0;
      a1 = c1;
      a2 = c2;
      a3 = c3;
      b0 = e0;
      b1 = e1;
      b2 = e2;
      b3 = e3;
    }
  }
}

/**
 * G g Gᵀ of a packed filter.
 *
 * @param panels float32 [panelCount, 3, 3, inputs, 8], as packPanels leaves them
 * @param transformed float32 [panelCount, 16, inputs, 8], written
 */
export function transformFilter(
  panels: usize,
  panelCount: i32,
  inputs: i32,
  transformed: usize,
): void {
  const tapBytes = inputs * 32;
  const half = f32x4.splat(0.5);
  for (; panelCount > 0; panelCount--) {
    for (let offset = 0; offset < tapBytes; offset += 16) {
      // Each filter column to 4 rows, kept in the first three columns of the output; then its rows.
      for (let column = 0; column < 3; column++) {
        const from = panels + offset + column * tapBytes;
        const to = transformed + offset + column * tapBytes;
        const g0 = v128.load(from);
        const g1 = f32x4.mul(v128.load(from + 3 * tapBytes), half);
        const g2 = v128.load(from + 6 * tapBytes);
        const mean = f32x4.mul(f32x4.add(g0, g2), half);
        v128.store(to, g0);
        v128.store(to + 4 * tapBytes, f32x4.add(mean, g1));
        v128.store(to + 8 * tapBytes, f32x4.sub(mean, g1));
        v128.store(to + 12 * tapBytes, g2);
      }
      let row = transformed + offset;
      for (let i = 0; i < 4; i++) {
        const g0 = v128.load(row);
        const g1 = f32x4.mul(v128.load(row + tapBytes), half);
        const g2 = v128.load(row + 2 * tapBytes);
        const mean = f32x4.mul(f32x4.add(g0, g2), half);
        v128.store(row + tapBytes, f32x4.add(mean, g1));
        v128.store(row + 2 * tapBytes, f32x4.sub(mean, g1));
        v128.store(row + 3 * tapBytes, g2);
        row += 4 * tapBytes;
      }
    }
    panels += 9 * tapBytes;
    transformed += 16 * tapBytes;
  }
}

/**
 * Aᵀ m A of one tile and 4 channels: the 2×2 outputs.
 *
 * @param products element 0 of the tile; elements are `elementBytes` apart
 * @param output the tile's first pixel
 * @param rows how many of its two rows lie in the output, and so for columns; others are not written
 */
export function transformOutput(
  products: usize,
  elementBytes: i32,
  output: usize,
  outputRowBytes: i32,
  outputPixelBytes: i32,
  rows: i32,
  columns: i32,
): void {
  const rowStep = elementBytes * 4;
  let m = products;
  let m1 = v128.load(m + rowStep);
  let m2 = v128.load(m + rowStep * 2);
  const p0 = f32x4.add(f32x4.add(v128.load(m), m1), m2);
  const q0 = f32x4.sub(f32x4.sub(m1, m2), v128.load(m + rowStep * 3));
  m += elementBytes;
  m1 = v128.load(m + rowStep);
  m2 = v128.load(m + rowStep * 2);
  const p1 = f32x4.add(f32x4.add(v128.load(m), m1), m2);
  const q1 = f32x4.sub(f32x4.sub(m1, m2), v128.load(m + rowStep * 3));
  m += elementBytes;
  m1 = v128.load(m + rowStep);
  m2 = v128.load(m + rowStep * 2);
  const p2 = f32x4.add(f32x4.add(v128.load(m), m1), m2);
  const q2 = f32x4.sub(f32x4.sub(m1, m2), v128.load(m + rowStep * 3));
  m += elementBytes;
  m1 = v128.load(m + rowStep);
  m2 = v128.load(m + rowStep * 2);
  const p3 = f32x4.add(f32x4.add(v128.load(m), m1), m2);
  const q3 = f32x4.sub(f32x4.sub(m1, m2), v128.load(m + rowStep * 3));
  v128.store(output, f32x4.add(f32x4.add(p0, p1), p2));
  if (columns > 1) v128.store(output + outputPixelBytes, f32x4.sub(f32x4.sub(p1, p2), p3));
  if (rows > 1) {
    output += outputRowBytes;
    v128.store(output, f32x4.add(f32x4.add(q0, q1), q2));
    if (columns > 1) v128.store(output + outputPixelBytes, f32x4.sub(f32x4.sub(q1, q2), q3));
  }
}

/**
 * A dy Aᵀ of one tile and 4 channels.
 *
 * @param dy the tile's first pixel; of its two rows and columns only `rows` and `columns` are there
 * @param transformed element 0 of the tile, written; elements are `elementBytes` apart
 */
export function transformOutputGradient(
  dy: usize,
  rowBytes: i32,
  pixelBytes: i32,
  rows: i32,
  columns: i32,
  transformed: usize,
  elementBytes: i32,
): void {
  const zero = f32x4.splat(0);
  const y00 = v128.load(dy);
  const y01 = columns > 1 ? v128.load(dy + pixelBytes) : zero;
  const y10 = rows > 1 ? v128.load(dy + rowBytes) : zero;
  const y11 = rows > 1 && columns > 1 ? v128.load(dy + rowBytes + pixelBytes) : zero;
  transformed = storeGradientRow(y00, y01, transformed, elementBytes);
  transformed = storeGradientRow(
    f32x4.add(y00, y10),
    f32x4.add(y01, y11),
    transformed,
    elementBytes,
  );
  transformed = storeGradientRow(
    f32x4.sub(y00, y10),
    f32x4.sub(y01, y11),
    transformed,
    elementBytes,
  );
  storeGradientRow(f32x4.neg(y10), f32x4.neg(y11), transformed, elementBytes);
}

function storeGradientRow(y0: v128, y1: v128, at: usize, elementBytes: i32): usize {
  v128.store(at, y0);
  v128.store((at += elementBytes), f32x4.add(y0, y1));
  v128.store((at += elementBytes), f32x4.sub(y0, y1));
  v128.store((at += elementBytes), f32x4.neg(y1));
  return at + elementBytes;
}

/**
 * Gᵀ u G: the filter gradient from its transform, 4 weights at a time.
 *
 * @param transformed float32 [16, weights], overwritten on the way
 * @param gradient float32 [3, 3, weights], written
 * @param tapBytes weights · 4, weights a multiple of 4
 */
export function transformFilterGradient(transformed: usize, gradient: usize, tapBytes: i32): void {
  const half = f32x4.splat(0.5);
  for (let offset = 0; offset < tapBytes; offset += 16) {
    for (let column = 0; column < 4; column++) {
      const u = transformed + offset + column * tapBytes;
      const u1 = v128.load(u + 4 * tapBytes);
      const u2 = v128.load(u + 8 * tapBytes);
      const mean = f32x4.mul(f32x4.add(u1, u2), half);
      v128.store(u, f32x4.add(v128.load(u), mean));
      v128.store(u + 4 * tapBytes, f32x4.mul(f32x4.sub(u1, u2), half));
      v128.store(u + 8 * tapBytes, f32x4.add(mean, v128.load(u + 12 * tapBytes)));
    }
    for (let row = 0; row < 3; row++) {
      const u = transformed + offset + row * 4 * tapBytes;
      const to = gradient + offset + row * 3 * tapBytes;
      const u1 = v128.load(u + tapBytes);
      const u2 = v128.load(u + 2 * tapBytes);
      const mean = f32x4.mul(f32x4.add(u1, u2), half);
      v128.store(to, f32x4.add(v128.load(u), mean));
      v128.store(to + tapBytes, f32x4.mul(f32x4.sub(u1, u2), half));
      v128.store(to + 2 * tapBytes, f32x4.add(mean, v128.load(u + 3 * tapBytes)));
    }
  }
}
