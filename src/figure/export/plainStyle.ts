/** A colour as programs older than `color()` read it, and how opaque it is; `none` and references stay as they are. */
export function plainColour(computed: string): { colour: string; opacity: number } {
  const [, space, list = ''] = /^(color\(srgb|rgba?\() ?(.*)\)$/.exec(computed) ?? [];
  if (!space) return { colour: computed, opacity: 1 };
  const [red = 0, green = 0, blue = 0, opacity = 1] = list.split(/[\s,/]+/).map(Number);
  const most = space === 'color(srgb' ? 255 : 1;
  const bytes = [red, green, blue].map((value) => Math.round(value * most));
  return { colour: `rgb(${bytes.join(',')})`, opacity };
}

/** Fonts by name, of which a program takes the first that it has; `system-ui` means something to browsers alone. */
export function plainFonts(computed: string): string {
  return computed.replaceAll('"', "'").replace('system-ui', 'Arial, Helvetica');
}
