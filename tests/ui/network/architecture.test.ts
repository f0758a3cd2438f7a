import { expect, test } from 'vitest';
import { resnet34Stages } from '../../../src/contract/resnet34.ts';
import { ResNet34 } from '../../../src/models/resnet.ts';
import { namedTensors } from '../../../src/nn/module.ts';
import { describeNetwork, total } from '../../../src/ui/network/architecture.ts';
import '@tensorflow/tfjs-backend-cpu';

const rowsFor = (pixels: number, classes: number) =>
  describeNetwork(resnet34Stages, pixels, classes).flatMap(({ rows }) => rows);

test('the totals are torchvision’s: 21,797,672 parameters and 3.66 billion multiply-adds', () => {
  const { parameters, multiplyAdds } = total(rowsFor(224, 1000));
  expect(parameters).toBe(21_797_672);
  expect((multiplyAdds / 1e9).toFixed(2)).toBe('3.66');
});

test('every layer has the parameters of the network’s own, under the same key', () => {
  const network = new ResNet34(200);
  const counts = new Map<string, number>();
  for (const [key, { size, trainable }] of namedTensors(network)) {
    const layer = key.slice(0, key.lastIndexOf('.'));
    if (trainable) counts.set(layer, (counts.get(layer) ?? 0) + size);
  }
  network.dispose();
  const listed = rowsFor(64, 200).filter(({ parameters }) => parameters > 0);
  expect(new Map(listed.map(({ name, parameters }) => [name, parameters]))).toEqual(counts);
});

test('shapes halve from stage to stage, and the code is what makes them', () => {
  const parts = describeNetwork(resnet34Stages, 224, 1000);
  const outputs = ['stem', '0.2', '1.0', '1.3', '2.5', '3.2', 'head'].map((id) =>
    parts
      .find((part) => part.id === id)!
      .rows.at(-1)!
      .output.join('×'),
  );
  expect(outputs).toEqual([
    '56×56×64',
    '56×56×64',
    '28×28×128',
    '28×28×128',
    '14×14×256',
    '7×7×512',
    '1×1×1000',
  ]);
  const first = parts.find(({ id }) => id === '1.0')!.rows;
  expect(first[0]).toMatchObject({
    name: 'layer2.0.conv1',
    pytorch: 'nn.Conv2d(64, 128, kernel_size=3, stride=2, padding=1, bias=False)',
    typescript: 'new Conv2d(64, 128, 3, { stride: 2, padding: 1 })',
  });
  expect(first[4]).toMatchObject({
    name: 'layer2.0.downsample.0',
    pytorch: 'nn.Conv2d(64, 128, kernel_size=1, stride=2, bias=False)',
    typescript: 'new Conv2d(64, 128, 1, { stride: 2 })',
  });
});
