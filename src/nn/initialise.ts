import { createRng } from '../lib/rng.ts';
import { namedModules, type Module } from './module.ts';

/**
 * Draws every parameter of `module` from `seed` and the parameter's own key, so that two networks of
 * the same seed agree in each parameter they share, whatever else one of them has.
 */
export function initialise(module: Module, seed: number): void {
  for (const [path, inner] of namedModules(module)) {
    inner.resetParameters((name) => createRng(seed, path === '' ? name : `${path}.${name}`));
  }
}
