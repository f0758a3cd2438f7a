import { expect, test } from 'vitest';
import { startPython } from './startPython.ts';

const run = await startPython();

test('adds, multiplies and computes gradients', () => {
  const printed = run(`
import torch
x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x * x + x
y.backward(torch.tensor([1.0, 1.0]))
print(y.tolist(), x.grad.tolist(), x.grad is x.grad)
`);
  expect(printed).toBe('[2.0, 6.0] [3.0, 5.0] True');
});

test('says what is not available by its name', () => {
  expect(run('import torch\ntorch.einsum')).toBe(
    "AttributeError: torch.einsum isn't available in this page",
  );
});

test('raises errors in the words of PyTorch', () => {
  const program = 'import torch\ntorch.tensor([1., 2.]) + torch.tensor([1., 2., 3.])';
  expect(run(program)).toBe(
    'RuntimeError: The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0',
  );
});
