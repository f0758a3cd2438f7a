import { storeLanes } from './floats';

/** A register block. Static methods, because only methods can be decorated in TypeScript's grammar. */
export class Block {
  /**
   * Four output pixels times eight output channels: the register block everything else feeds.
   * 8 accumulators, 2 panel vectors, a splat and a product are 12 of the 15 vector registers V8
   * hands out on x64; 5 × 8 and 6 × 8 spill and run at half the speed. Inline, since a call would move a
   * dozen arguments for every block.
   *
   * @param p0 window of the first pixel, p1 … p3 of the next; float32, `taps` runs of `run` values
   * @param panel float32 [taps · run, 8]
   * @param skip bytes from the end of one run to the start of the next
   * @param t0 output of the first pixel, t1 … t3 of the next; `channels` floats each
   */
  @inline
  static multiply(
    p0: usize,
    p1: usize,
    p2: usize,
    p3: usize,
    panel: usize,
    run: i32,
    taps: i32,
    skip: i32,
    t0: usize,
    t1: usize,
    t2: usize,
    t3: usize,
    channels: i32,
  ): void {
    const zero = f32x4.splat(0);
    let s00 = zero;
    let s01 = zero;
    let s10 = zero;
    let s11 = zero;
    let s20 = zero;
    let s21 = zero;
    let s30 = zero;
    let s31 = zero;
    for (; taps > 0; taps--) {
      for (let k = run; k > 0; k--) {
        const low = v128.load(panel);
        const high = v128.load(panel, 16);
        let x = v128.load_splat<f32>(p0);
        s00 = f32x4.add(s00, f32x4.mul(x, low));
        s01 = f32x4.add(s01, f32x4.mul(x, high));
        x = v128.load_splat<f32>(p1);
        s10 = f32x4.add(s10, f32x4.mul(x, low));
        s11 = f32x4.add(s11, f32x4.mul(x, high));
        x = v128.load_splat<f32>(p2);
        s20 = f32x4.add(s20, f32x4.mul(x, low));
        s21 = f32x4.add(s21, f32x4.mul(x, high));
        x = v128.load_splat<f32>(p3);
        s30 = f32x4.add(s30, f32x4.mul(x, low));
        s31 = f32x4.add(s31, f32x4.mul(x, high));
        p0 += 4;
        p1 += 4;
        p2 += 4;
        p3 += 4;
        panel += 32;
      }
      p0 += skip;
      p1 += skip;
      p2 += skip;
      p3 += skip;
    }
    storeLanes(t0, s00, s01, channels);
    storeLanes(t1, s10, s11, channels);
    storeLanes(t2, s20, s21, channels);
    storeLanes(t3, s30, s31, channels);
  }
}
