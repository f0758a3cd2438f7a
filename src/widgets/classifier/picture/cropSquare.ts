/** A rectangle as shares of the picture's width and height. */
export interface Share {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The part that the network sees: of the shorter side resized to `resize` pixels, a square of `crop` in the centre. */
export function cropSquare(
  width: number,
  height: number,
  { resize, crop }: { resize: number; crop: number },
): Share {
  const side = (Math.min(width, height) * crop) / resize;
  const share = { width: side / width, height: side / height };
  return { left: (1 - share.width) / 2, top: (1 - share.height) / 2, ...share };
}
