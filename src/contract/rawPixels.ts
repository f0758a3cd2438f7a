/**
 * A picture's pixels outside any bitmap, for browsers in which a page can't read a bitmap's. It is passed around
 * as an ImageBitmap is, and transferred by its buffer.
 */
export class RawPixels {
  readonly width: number;
  readonly height: number;
  /** RGBA bytes, row by row; transparent pixels are white already. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;

  constructor(width: number, height: number, rgba: Uint8ClampedArray<ArrayBuffer>) {
    this.width = width;
    this.height = height;
    this.rgba = rgba;
  }

  close(): void {}
}
