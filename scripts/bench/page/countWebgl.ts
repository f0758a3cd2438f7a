/** Counts what this realm asks of WebGL from now on, whichever context it asks. */
export function countWebgl() {
  const counts = { programs: 0, uploads: 0, textures: 0 };
  const gl = WebGL2RenderingContext.prototype;
  const tally = (name: keyof WebGL2RenderingContext, note: (args: unknown[]) => void) => {
    const original = Reflect.get(gl, name) as (...args: unknown[]) => unknown;
    Reflect.set(gl, name, function (this: WebGL2RenderingContext, ...args: unknown[]) {
      note(args);
      return original.apply(this, args);
    });
  };

  const draws = ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'];
  for (const name of draws as (keyof WebGL2RenderingContext)[])
    tally(name, () => void counts.programs++);
  // A call without data (null, or a size in bytes) only makes room.
  const uploads = ['texImage2D', 'texSubImage2D', 'bufferData', 'bufferSubData'];
  for (const name of uploads as (keyof WebGL2RenderingContext)[])
    tally(name, (args) => void (counts.uploads += args.some(isData) ? 1 : 0));
  tally('createTexture', () => void counts.textures++);
  tally('deleteTexture', ([texture]) => void (counts.textures -= texture ? 1 : 0));
  return counts;
}

function isData(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
