import { Block } from '../wasm/assembly/blocks';
import {
  foldProducts,
  transformBand,
  transformFilter,
  transformOutput,
} from '../wasm/assembly/winogradTransforms';

/**
 * products [tile, 0 … 7] = transformed [tile, :] · panel, four tiles at a time.
 *
 * @param transformed float32 [tiles rounded up to 4, inputs]
 * @param panel float32 [inputs, 8]
 * @param products float32 [tiles rounded up to 4, 8], written
 */
function multiplyPanel(
  transformed: usize,
  tiles: i32,
  inputs: i32,
  panel: usize,
  products: usize,
): void {
  const pixelBytes = inputs * 4;
  for (; tiles > 0; tiles -= 4) {
    Block.multiply(
      transformed,
      transformed + pixelBytes,
      transformed + pixelBytes * 2,
      transformed + pixelBytes * 3,
      panel,
      inputs,
      1,
      0,
      products,
      products + 32,
      products + 64,
      products + 96,
      8,
    );
    transformed += pixelBytes * 4;
    products += 128;
  }
}

/**
 * The filter of winogradConvolve; see transformFilter.
 *
 * @param panels the filter as packPanels leaves it
 * @param work scratch for [6, 3, inputs, 8]
 * @param transformed [panelCount, 36, inputs, 8], written
 */
export function winogradFilter(
  panels: usize,
  panelCount: i32,
  inputs: i32,
  work: usize,
  transformed: usize,
): void {
  transformFilter(panels, panelCount, inputs, work, transformed);
}

/**
 * A 3×3 convolution of stride 1 by Winograd's F(4×4, 3×3); see winogradTransforms and convolve.
 *
 * @param source float32 [batch, height, width, inputs], inputs a multiple of 4
 * @param output float32 [batch, outputRows, outputColumns, outputs], outputs a multiple of 4, written;
 *   pictures `outputImageBytes` apart, or some rows of each
 * @param work scratch for the transform of a row of tiles
 * @param filter as winogradFilter leaves it
 * @param band scratch for 4·bandTileRows + 2 padded source rows
 * @param tiles scratch for the transformed tiles, [36, tiles of a band rounded up to 4, inputs],
 *   elements `elementBytes` apart
 * @param products scratch for the products of one panel, [36, tiles rounded up to 4, 8], elements
 *   `productBytes` apart
 */
export function winogradConvolve(
  source: usize,
  batch: i32,
  height: i32,
  width: i32,
  inputs: i32,
  firstRow: i32,
  firstColumn: i32,
  output: usize,
  outputs: i32,
  outputRows: i32,
  outputColumns: i32,
  outputImageBytes: i32,
  work: usize,
  filter: usize,
  band: usize,
  tiles: usize,
  products: usize,
  bandImages: i32,
  bandTileRows: i32,
  elementBytes: i32,
  productBytes: i32,
): void {
  const pixelBytes = inputs * 4;
  const outputPixelBytes = outputs * 4;
  const outputRowBytes = outputColumns * outputPixelBytes;
  const tileColumns = (outputColumns + 3) >> 2;
  for (let image = 0; image < batch; image += bandImages) {
    const images = min(bandImages, batch - image);
    for (let row = 0; row < outputRows; row += bandTileRows * 4) {
      const tileRows = min(bandTileRows, (outputRows - row + 3) >> 2);
      transformBand(
        source + image * height * width * pixelBytes,
        images,
        height,
        width,
        pixelBytes,
        firstRow + row,
        tileRows,
        firstColumn,
        tileColumns,
        band,
        work,
        tiles,
        elementBytes,
      );
      const count = images * tileRows * tileColumns;
      let panel = filter;
      for (let channel = 0; channel < outputs; channel += 8) {
        for (let element = 0; element < 36; element++) {
          multiplyPanel(
            tiles + element * elementBytes,
            count,
            inputs,
            panel,
            products + element * productBytes,
          );
          panel += inputs * 32;
        }
        foldProducts(products, productBytes);
        let product = products;
        for (let i = 0; i < images; i++) {
          let to = output + (image + i) * outputImageBytes + row * outputRowBytes + channel * 4;
          for (let tileRow = 0; tileRow < tileRows; tileRow++) {
            transformOutput(
              product,
              productBytes,
              to,
              outputRowBytes,
              outputPixelBytes,
              outputRows - row - tileRow * 4,
              outputColumns,
              min(outputs - channel, 8) * 4,
            );
            product += tileColumns * 32;
            to += outputRowBytes * 4;
          }
        }
      }
    }
  }
}
