// Runs of float32 in memory. V8 calls out for memory.copy and memory.fill, which costs more than
// a picture's row: these loops stay inline.

/** Copies `bytes` (a multiple of 4) from `source` to `target`, which must not overlap. */
export function copyFloats(target: usize, source: usize, bytes: i32): void {
  for (; bytes >= 16; bytes -= 16) {
    v128.store(target, v128.load(source));
    target += 16;
    source += 16;
  }
  for (; bytes > 0; bytes -= 4) {
    store<f32>(target, load<f32>(source));
    target += 4;
    source += 4;
  }
}

/** Zeroes `bytes` (a multiple of 4) at `target`. */
export function zeroFloats(target: usize, bytes: i32): void {
  const zero = f32x4.splat(0);
  for (; bytes >= 16; bytes -= 16) {
    v128.store(target, zero);
    target += 16;
  }
  for (; bytes > 0; bytes -= 4) {
    store<f32>(target, 0);
    target += 4;
  }
}

/** Stores the first `count` of the 8 lanes of `low` and `high`; no byte beyond them is touched. */
export function storeLanes(target: usize, low: v128, high: v128, count: i32): void {
  if (count >= 8) {
    v128.store(target, low);
    v128.store(target, high, 16);
    return;
  }
  if (count >= 4) {
    v128.store(target, low);
    target += 16;
    low = high;
  }
  if (count & 2) {
    v128.store_lane<i64>(target, low, 0);
    target += 8;
    low = v128.shuffle<i64>(low, low, 1, 1);
  }
  if (count & 1) v128.store_lane<f32>(target, low, 0);
}

/** The first `count` of 8 floats at `source`, the other lanes zero, written as 8 floats to `target`. */
export function copyPanelRow(target: usize, source: usize, count: i32): void {
  for (let lane = 0; lane < 8; lane++) {
    store<f32>(target + lane * 4, lane < count ? load<f32>(source + lane * 4) : 0);
  }
}
