import type { StageMaps } from '../../../contract/classify.ts';
import { Pixels } from '../../../ui/pixels/Pixels.tsx';
import { greyToRgba } from '../../../ui/pixels/toRgba.ts';

const places = ['the stem', 'stage 1', 'stage 2', 'stage 3', 'stage 4'];

/** The strongest feature maps after the stem and after every stage. */
export function FeatureStrips({ maps }: { maps: StageMaps[] }) {
  return (
    <div className="feature-strips">
      {maps.map((stage, index) => (
        <FeatureStrip key={index} stage={stage} place={places[index] ?? ''} />
      ))}
    </div>
  );
}

function FeatureStrip({
  stage: { side, channels, pixels },
  place,
}: {
  stage: StageMaps;
  place: string;
}) {
  const size = side * side;
  const shown = pixels.length / size;
  return (
    <div
      className="feature-strip"
      role="group"
      aria-label={`The ${shown} strongest of ${channels} feature maps after ${place}`}
    >
      <p className="fine">
        after {place}: {shown} of {channels}, {side}×{side}
      </p>
      <div className="maps">
        {Array.from({ length: shown }, (_, map) => (
          <Pixels
            key={map}
            rgba={greyToRgba(pixels.subarray(map * size, (map + 1) * size), 255)}
            side={side}
            label={`Feature map ${map + 1} after ${place}`}
          />
        ))}
      </div>
    </div>
  );
}
