/** The part of a convolution that decides how large a band of its input may be. */
export interface BandShape {
  batch: number;
  inputs: number;
  tapRows: number;
  tapColumns: number;
  rowStride: number;
  columnStride: number;
  outputRows: number;
  outputColumns: number;
}

/** How much a convolution works on at a time: some rows of one picture or some whole pictures. */
export interface Band {
  images: number;
  /** Output rows; all of them if there is more than one picture. */
  rows: number;
  /** Size of the input in scratch, padding included. */
  bytes: number;
  /** Size of the table of output pixels. */
  tableBytes: number;
}

/** Leaves room in a first-level cache of 32 kB (the smallest in use) for a panel of the filter. */
const target = 24 * 1024;

/** The largest band within the target, all bands of about one size. */
export function chooseBand(shape: BandShape): Band {
  const { batch, outputRows, outputColumns } = shape;
  const wholeImage = bandBytes(shape, outputRows);
  let images = 1;
  let rows = outputRows;
  if (wholeImage <= target) {
    images = evenly(batch, Math.floor(target / wholeImage));
  } else {
    while (rows > 1 && bandBytes(shape, rows) > target) rows--;
    rows = evenly(outputRows, rows);
  }
  return {
    images,
    rows,
    bytes: images * bandBytes(shape, rows),
    tableBytes: images * rows * outputColumns * 8,
  };
}

/** The size of each part if `total` is cut into as few parts of at most `limit` as possible. */
function evenly(total: number, limit: number): number {
  return Math.ceil(total / Math.ceil(total / limit));
}

function bandBytes(shape: BandShape, rows: number): number {
  const windowRows = (rows - 1) * shape.rowStride + shape.tapRows;
  const windowColumns = (shape.outputColumns - 1) * shape.columnStride + shape.tapColumns;
  return windowRows * windowColumns * shape.inputs * 4;
}
