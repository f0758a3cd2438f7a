import { gradients } from './toRgba.ts';

interface Props {
  colours: keyof typeof gradients;
  /** At both ends. */
  from: string;
  to: string;
}

/** What the colours of maps mean. */
export function ColourKey({ colours, from, to }: Props) {
  return (
    <p className="colour-key fine">
      {from} <span style={{ backgroundImage: gradients[colours] }} /> {to}
    </p>
  );
}
