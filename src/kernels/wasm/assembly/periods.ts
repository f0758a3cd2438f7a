// Per-channel arithmetic on feature maps [pixels, channels], read as one run of floats. A period is
// the shortest run that holds whole pixels and whole groups of 8 lanes, so any number of channels
// takes the same vector loops: lane i of a period belongs to channel i mod channels. A block is as many
// periods as are summed in float32, before these sums go to float64; ../periods.ts says how many.

/** Adds 8 float32 lanes to 8 float64 sums. */
function addToSums(sums: usize, low: v128, high: v128): void {
  for (let lane = 0; lane < 4; lane++) {
    store<f64>(sums, load<f64>(sums) + <f64>f32x4.extract_lane(low, 0));
    store<f64>(sums, load<f64>(sums, 32) + <f64>f32x4.extract_lane(high, 0), 32);
    low = v128.shuffle<i32>(low, low, 1, 2, 3, 0);
    high = v128.shuffle<i32>(high, high, 1, 2, 3, 0);
    sums += 8;
  }
}

/** Zeroes `count` float64 sums. */
function clearSums(sums: usize, count: i32): void {
  for (let i = 0; i < count; i++) store<f64>(sums + i * 8, 0);
}

/** Adds the sums of a period's lanes up to one a channel, in the first `channels` of them. */
export function foldSums(sums: usize, period: i32, channels: i32): void {
  for (let lane = channels; lane < period; lane++) {
    const channel = sums + (lane % channels) * 8;
    store<f64>(channel, load<f64>(channel) + load<f64>(sums + lane * 8));
  }
}

/** Repeats the first `channels` floats of `table` to fill a period. */
export function fillPeriod(table: usize, period: i32, channels: i32): void {
  for (let lane = channels; lane < period; lane++) {
    store<f32>(table + lane * 4, load<f32>(table + (lane - channels) * 4));
  }
}

/**
 * Adds the sums of all blocks up, in their order, whichever threads they come from.
 *
 * @param partials float32 [blocks, period]
 * @param sums float64 [period], written
 */
export function sumBlocks(partials: usize, blocks: i32, period: i32, sums: usize): void {
  clearSums(sums, period);
  for (; blocks > 0; blocks--) {
    for (let lane = 0; lane < period; lane += 8) {
      addToSums(sums + lane * 8, v128.load(partials), v128.load(partials, 16));
      partials += 32;
    }
  }
}
