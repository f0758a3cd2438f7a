import type { NetworkConfig } from '../../contract/runConfig.ts';
import { cifarClasses } from '../../contract/trainedNetwork.ts';

/**
 * A PyTorch script that builds a CIFAR network, loads `<id>.safetensors` from its own folder, and prints the logits
 * of the picture in the file beside those that the file holds. It needs PyTorch 1.10 or later, and nothing else.
 */
export function pytorchScript(network: NetworkConfig, pictureSize: number): string {
  const { id, depth, width, kind, preActivation } = network;
  const isPreActivation = kind === 'residual' && preActivation;
  const blocks = (depth - 2) / 6;
  return `"""${id}: ${depth} layers, ${width} channels in the first stage, trained on CIFAR-10 at ${pictureSize} × ${pictureSize} pixels.

Keep ${id}.safetensors in the same folder and run: python3 ${id}.py
"""
import json
import pathlib

import torch
from torch import nn
from torch.nn import functional as F

CLASSES = "${cifarClasses.join(' ')}".split()
WIDTH, BLOCKS = ${width}, ${blocks}  # of the first stage; of each stage


${isPreActivation ? preActivationBlock(network) : block(network)}


def stage(inputs, outputs, stride):
    others = [Block(outputs, outputs, 1) for _ in range(BLOCKS - 1)]
    return nn.Sequential(Block(inputs, outputs, stride), *others)


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, WIDTH, 3, padding=1, bias=False)
${isPreActivation ? '' : `        self.bn1 = ${norm(network, 'WIDTH')}\n`}\
        self.layer1 = stage(WIDTH, WIDTH, 1)
        self.layer2 = stage(WIDTH, 2 * WIDTH, 2)
        self.layer3 = stage(2 * WIDTH, 4 * WIDTH, 2)
${isPreActivation ? `        self.bn = ${norm(network, '4 * WIDTH')}\n` : ''}\
        self.fc = nn.Linear(4 * WIDTH, len(CLASSES))

    def forward(self, x):
        x = ${isPreActivation ? 'self.conv1(x)' : 'F.relu(self.bn1(self.conv1(x)))'}
        x = self.layer3(self.layer2(self.layer1(x)))
${isPreActivation ? '        x = F.relu(self.bn(x))\n' : ''}\
        return self.fc(x.mean((2, 3)))


def load_file(path):
    """Reads float32 tensors, as safetensors.torch.load_file does."""
    content = pathlib.Path(path).read_bytes()
    start = 8 + int.from_bytes(content[:8], "little")
    tensors = {}
    for key, entry in json.loads(content[8:start]).items():
        if key != "__metadata__":
            begin, end = (start + offset for offset in entry["data_offsets"])
            values = torch.frombuffer(bytearray(content[begin:end]), dtype=torch.float32)
            tensors[key] = values.reshape(entry["shape"])
    return tensors


state = load_file(pathlib.Path(__file__).with_name("${id}.safetensors"))
picture = state.pop("test.picture")  # [1, 3, ${pictureSize}, ${pictureSize}]: normalised, channels first
expected = state.pop("test.logits")  # what the page answered
network = Network()
network.load_state_dict(state)
network.eval()
with torch.no_grad():
    logits = network(picture)[0]

print(f"{'':12}{'PyTorch':>12}{'the page':>12}")
for name, ours, theirs in zip(CLASSES, logits.tolist(), expected.tolist()):
    print(f"{name:12}{ours:12.5f}{theirs:12.5f}")
print(f"Largest difference: {(logits - expected).abs().max().item():.1e}")
`;
}

/** What normalises so many channels. */
function norm({ batchNorm }: NetworkConfig, channels: string): string {
  return batchNorm ? `nn.BatchNorm2d(${channels})` : 'nn.Identity()';
}

function block(network: NetworkConfig): string {
  const { kind, shortcut } = network;
  const isPlain = kind === 'plain';
  const doc = isPlain ? 'y = relu(F(x))' : 'y = relu(F(x) + x)';
  const projection = `
        self.downsample = None
        if stride != 1:
            self.downsample = nn.Sequential(
                nn.Conv2d(inputs, outputs, 1, stride, bias=False), ${norm(network, 'outputs')}
            )`;
  const shortcuts = {
    A: `
        if self.conv1.stride != (1, 1):  # every second pixel, and zeros for the new channels
            x = F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, 0, out.shape[1] - x.shape[1]))`,
    B: `
        if self.downsample is not None:
            x = self.downsample(x)`,
  };
  return `class Block(nn.Module):
    """${doc}"""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, padding=1, bias=False)
        self.bn1 = ${norm(network, 'outputs')}
        self.conv2 = nn.Conv2d(outputs, outputs, 3, padding=1, bias=False)
        self.bn2 = ${norm(network, 'outputs')}${!isPlain && shortcut === 'B' ? projection : ''}

    def forward(self, x):
        out = F.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))${isPlain ? '' : shortcuts[shortcut]}
        return F.relu(${isPlain ? 'out' : 'out + x'})`;
}

function preActivationBlock(network: NetworkConfig): string {
  const { shortcut } = network;
  const projection = `
        self.downsample = nn.Conv2d(inputs, outputs, 1, stride, bias=False) if stride != 1 else None`;
  const shortcuts = {
    A: `
        if self.conv1.stride != (1, 1):  # every second pixel, and zeros for the new channels
            x = F.pad(out[:, :, ::2, ::2], (0, 0, 0, 0, 0, self.conv1.out_channels - x.shape[1]))`,
    B: `
        if self.downsample is not None:
            x = self.downsample(out)`,
  };
  return `class Block(nn.Module):
    """y = x + F(x): norm and ReLU come before each convolution (He et al. 2016)"""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.bn1 = ${norm(network, 'inputs')}
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, padding=1, bias=False)
        self.bn2 = ${norm(network, 'outputs')}
        self.conv2 = nn.Conv2d(outputs, outputs, 3, padding=1, bias=False)${shortcut === 'B' ? projection : ''}

    def forward(self, x):
        out = F.relu(self.bn1(x))${shortcuts[shortcut]}
        out = F.relu(self.bn2(self.conv1(out)))
        return x + self.conv2(out)`;
}
