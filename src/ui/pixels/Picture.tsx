import { useEffect, useRef } from 'react';

interface Props {
  /** Side in its own pixels. */
  size: number;
  /** [size, size, 3] from 0 to 1, row after row of RGB; what lies outside is drawn as the nearest end. Nothing yet: null. */
  values: Float32Array | null;
  label: string;
}

/** A square picture of a few pixels, drawn large with its pixels visible. */
export function Picture({ size, values, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    if (!values) return context.clearRect(0, 0, size, size);
    const image = context.createImageData(size, size);
    for (let pixel = 0; pixel < size * size; pixel++) {
      for (let channel = 0; channel < 3; channel++)
        image.data[pixel * 4 + channel] = 255 * (values[pixel * 3 + channel] as number);
      image.data[pixel * 4 + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }, [size, values]);
  return (
    <canvas
      className="picture"
      ref={canvas}
      width={size}
      height={size}
      role="img"
      aria-label={values ? label : `${label}: nothing yet`}
    />
  );
}
