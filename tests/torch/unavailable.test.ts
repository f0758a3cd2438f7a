import { expect, test } from 'vitest';
import { startPython } from './startPython.ts';

const run = await startPython();

const missing = "isn't available in this page";

test.each([
  ['import torch\ntorch.save', `AttributeError: torch.save ${missing}`],
  [
    'from torch import einsum',
    `ImportError: torch.einsum ${missing}; matmul, permute and sum do the same`,
  ],
  ['import torch.nn as nn\nnn.LSTM(3, 4)', `AttributeError: torch.nn.LSTM ${missing}`],
  ['from torch.nn import LSTM', `ImportError: torch.nn.LSTM ${missing}`],
  ['from torch.optim import RMSprop', `ImportError: torch.optim.RMSprop ${missing}`],
  [
    'import torch.nn.functional as F\nF.grid_sample',
    `AttributeError: torch.nn.functional.grid_sample ${missing}`,
  ],
  [
    'import torch\ntorch.nn.init.orthogonal_',
    `AttributeError: torch.nn.init.orthogonal_ ${missing}`,
  ],
  [
    'from torchvision.models import resnet50',
    `ImportError: torchvision.models.resnet50 ${missing}`,
  ],
  ['import torch\ntorch.nn.Linear(2, 2).half()', `AttributeError: Module.half ${missing}`],
  [
    'import torch\ntorch.nn.Linear(2, 2).to("cuda")',
    'AssertionError: Torch not compiled with CUDA enabled',
  ],
  [
    'import page\npage.picture("dog")',
    "ValueError: there is no picture 'dog': there are cat, coffee, rocket",
  ],
])('%s', (program, said) => {
  expect(run(program)).toBe(said);
});
