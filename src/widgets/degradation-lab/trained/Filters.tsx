import { Pixels } from '../../../ui/pixels/Pixels.tsx';
import { rgbToRgba } from '../../../ui/pixels/toRgba.ts';

interface Props {
  filters: Float32Array[] | null;
  /** How many there are, also before they are known. */
  width: number;
}

/** The filters of the first convolution as pictures: grey for 0, each colour brighter with its weight. */
export function Filters({ filters, width }: Props) {
  const largest = filters
    ? Math.max(...filters.map((filter) => Math.max(...filter.map(Math.abs))))
    : 1;
  return (
    <div className="filters" role="group" aria-label="The filters of the first convolution">
      {Array.from({ length: width }, (_, index) => {
        const filter = filters?.[index];
        return (
          <Pixels
            key={index}
            side={3}
            rgba={
              filter ? rgbToRgba(filter.map((weight) => 0.5 + weight / (2 * largest || 1))) : null
            }
            label={`Filter ${index + 1}`}
          />
        );
      })}
    </div>
  );
}
