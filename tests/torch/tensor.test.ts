import { expect, test } from 'vitest';
import { liveBytes } from '../../src/torch/bridge/handles.ts';
import { startPython } from './startPython.ts';

const megabyte = 2 ** 20;
const run = await startPython(64 * megabyte);

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

test('says what is not available by its name, and takes typing errors for such', () => {
  const says = (expression: string) => run(`import torch\n${expression}`);
  expect(says('torch.einsum')).toBe(
    "AttributeError: torch.einsum isn't available in this page; matmul, permute and sum do the same",
  );
  expect(says('torch.ones(2).numpy()')).toBe(
    "AttributeError: Tensor.numpy isn't available in this page; Tensor.tolist() has its numbers",
  );
  expect(says('torch.ones(2).shpae')).toBe(
    "AttributeError: 'Tensor' object has no attribute 'shpae'. Did you mean: 'shape'?",
  );
});

test('refuses more memory than there is, and has it all again afterwards', () => {
  const printed = run(`
import torch
kept = []
while True:
    kept.append(torch.zeros(1024, 1024))
`);
  expect(printed).toBe(
    'RuntimeError: out of memory: this page lets tensors take 64 MB; 64 MB are in use, and 4 MB more were asked for',
  );
  expect(run('import torch\nprint(torch.zeros(15, 1024, 1024).shape)')).toBe(
    'torch.Size([15, 1024, 1024])',
  );
  expect(liveBytes()).toBe(0);
});

test('memory that a graph holds counts until the graph is gone', () => {
  const printed = run(`
import torch
x = torch.ones(512, 512, requires_grad=True)
for _ in range(40):
    loss = (x.relu().sqrt() * 2).sum()
    loss.backward()
    x.grad = None
y = x
try:
    for _ in range(100):
        y = y.relu()
except RuntimeError as error:
    print(str(error)[:13])
`);
  expect(printed).toBe('out of memory');
});

test('an exception in a hook ends backward() as it is', () => {
  const printed = run(`
import torch
x = torch.ones(2, requires_grad=True)
def refuse(gradient):
    raise KeyError('mine')
x.register_hook(refuse)
(x * 2).sum().backward()
`);
  expect(printed).toBe("KeyError: 'mine'");
});

test('a large product is the same on the kernels as in loops', async () => {
  const program = `
import torch
a = torch.arange(128 * 96).remainder(17).float().reshape(128, 96) - 8
b = torch.arange(96 * 128).remainder(13).float().reshape(96, 128) - 6
c = a @ b
print(c.sum().item(), c.abs().max().item(), (a[:2] @ b - c[:2]).abs().max().item())
`;
  const inLoops = run(program);
  const { startNodeEngine } = await import('../../scripts/model/nodeEngine.ts');
  await startNodeEngine();
  expect(run(program)).toBe(inLoops);
  expect(inLoops).toMatch(/ 0\.0$/);
});
