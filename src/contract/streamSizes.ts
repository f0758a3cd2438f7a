/** Mean and standard deviation over many inputs, such as prompts or pictures. */
export interface Spread {
  mean: number;
  deviation: number;
}

/** How long the stream of a network is, and what is added to it. */
export interface StreamSizes {
  /** The length of the stream before the first place. */
  start: Spread;
  places: PlaceSizes[];
}

/** The lengths of what a block or a sublayer adds up: what the shortcut brings, F(x), and what goes on. */
export interface PlaceSizes {
  /** Such as `layer1.0` or `layers.0.attention`. */
  place: string;
  shortcut: Spread;
  branch: Spread;
  after: Spread;
  /** ‖F(x)‖ / ‖x‖, input by input. */
  ratio: Spread;
}

/** @param rows lengths of each input: at the start, then at each place of shortcut, branch and sum */
export function streamSizes(places: string[], rows: number[][]): StreamSizes {
  const row = (index: number) => rows[index] as number[];
  return {
    start: spreadOf(row(0)),
    places: places.map((place, i) => {
      const [shortcut, branch, after] = [row(3 * i + 1), row(3 * i + 2), row(3 * i + 3)];
      const ratios = branch.map((length, input) => length / (shortcut[input] as number));
      return {
        place,
        ...{ shortcut: spreadOf(shortcut), branch: spreadOf(branch), after: spreadOf(after) },
        ratio: spreadOf(ratios),
      };
    }),
  };
}

function spreadOf(values: number[]): Spread {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}
