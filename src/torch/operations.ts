import { add } from './operations/arithmetic/add.ts';
import { mul } from './operations/arithmetic/mul.ts';
import { clone } from './operations/shape/clone.ts';
import { registerNetworkOperations } from './operations/network.ts';
import { register } from './table.ts';

/** Fills the dispatcher's table. */
export function registerOperations(): void {
  register(add, mul, clone);
  registerNetworkOperations();
}
