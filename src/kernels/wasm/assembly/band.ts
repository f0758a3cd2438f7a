import { copyFloats, zeroFloats } from './floats';

// A band is what a convolution works on at a time: some rows of one picture, or some whole pictures,
// copied to scratch with their padding. It fits the first-level cache, and with the padding in place
// every output pixel's window is addressed alike. The whole batch is never unfolded (im2col).

/**
 * Copies a window of one NHWC picture; zero where it lies outside.
 *
 * @param picture float32 [height, width, channels]
 * @param pixelBytes channels · 4
 * @param firstRow row of the picture at the window's top; may be negative, as may firstColumn
 * @param window float32 [rows, columns, channels], written
 */
export function copyWindow(
  picture: usize,
  height: i32,
  width: i32,
  pixelBytes: i32,
  firstRow: i32,
  rows: i32,
  firstColumn: i32,
  columns: i32,
  window: usize,
): void {
  const left = min(max(-firstColumn, 0), columns);
  const right = max(min(columns, width - firstColumn), left);
  const leftBytes = left * pixelBytes;
  const insideBytes = (right - left) * pixelBytes;
  const rightBytes = (columns - right) * pixelBytes;
  const source = picture + (firstColumn + left) * pixelBytes;
  for (let row = firstRow; row < firstRow + rows; row++) {
    if (row < 0 || row >= height) {
      zeroFloats(window, columns * pixelBytes);
      window += columns * pixelBytes;
      continue;
    }
    zeroFloats(window, leftBytes);
    window += leftBytes;
    copyFloats(window, source + row * width * pixelBytes, insideBytes);
    window += insideBytes;
    zeroFloats(window, rightBytes);
    window += rightBytes;
  }
}

/**
 * Copies the same window of `images` pictures, which follow each other at `pictures`.
 *
 * @param band the windows, `windowBytes` apart, written
 */
export function copyBand(
  pictures: usize,
  images: i32,
  height: i32,
  width: i32,
  pixelBytes: i32,
  firstRow: i32,
  rows: i32,
  firstColumn: i32,
  columns: i32,
  band: usize,
  windowBytes: i32,
): void {
  for (; images > 0; images--) {
    copyWindow(pictures, height, width, pixelBytes, firstRow, rows, firstColumn, columns, band);
    pictures += height * width * pixelBytes;
    band += windowBytes;
  }
}

/**
 * For each output pixel of a band, in the order image, row, column: where its window starts in the
 * band and where its channels start in the output, both in bytes from their beginnings.
 *
 * @param table uint32 [images · rows · columns, 2], written
 */
export function tabulatePixels(
  table: usize,
  images: i32,
  rows: i32,
  columns: i32,
  windowImageBytes: i32,
  windowRowBytes: i32,
  windowColumnBytes: i32,
  outputImageBytes: i32,
  outputRowBytes: i32,
  outputColumnBytes: i32,
): void {
  for (let image = 0; image < images; image++) {
    for (let row = 0; row < rows; row++) {
      let window = image * windowImageBytes + row * windowRowBytes;
      let output = image * outputImageBytes + row * outputRowBytes;
      for (let column = 0; column < columns; column++) {
        store<i32>(table, window);
        store<i32>(table, output, 4);
        table += 8;
        window += windowColumnBytes;
        output += outputColumnBytes;
      }
    }
  }
}
