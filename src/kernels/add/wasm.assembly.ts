/** sum = a + b, for `size` floats. */
export function addFloats(a: usize, b: usize, sum: usize, size: i32): void {
  let at = 0;
  for (; at <= size * 4 - 16; at += 16)
    v128.store(sum + at, f32x4.add(v128.load(a + at), v128.load(b + at)));
  for (; at < size * 4; at += 4) store<f32>(sum + at, load<f32>(a + at) + load<f32>(b + at));
}
