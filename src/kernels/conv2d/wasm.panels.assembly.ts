/**
 * Packs a filter into panels of 8 output channels, the order in which convolve reads it:
 * panels [⌈outputs / 8⌉, tapRows, tapColumns, inputs, 8], the last panel filled up with zeros.
 * The steps (bytes, may be negative) say how the filter lies in memory, so one routine packs HWIO
 * for the forward pass and its rotated transpose, or every second tap of it, for the input gradient.
 */
export function packPanels(
  filter: usize,
  panels: usize,
  tapRows: i32,
  tapColumns: i32,
  inputs: i32,
  outputs: i32,
  tapRowStep: i32,
  tapColumnStep: i32,
  inputStep: i32,
  outputStep: i32,
): void {
  for (let first = 0; first < outputs; first += 8) {
    const whole = first + 8 <= outputs;
    for (let tapRow = 0; tapRow < tapRows; tapRow++) {
      for (let tapColumn = 0; tapColumn < tapColumns; tapColumn++) {
        let from = filter + first * outputStep + tapRow * tapRowStep + tapColumn * tapColumnStep;
        for (let input = 0; input < inputs; input++) {
          if (whole && outputStep === 4) {
            v128.store(panels, v128.load(from));
            v128.store(panels, v128.load(from, 16), 16);
          } else {
            for (let lane = 0; lane < 8; lane++) {
              const value: f32 = first + lane < outputs ? load<f32>(from + lane * outputStep) : 0;
              store<f32>(panels + lane * 4, value);
            }
          }
          panels += 32;
          from += inputStep;
        }
      }
    }
  }
}
