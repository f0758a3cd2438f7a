import { callAll } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { infoOf, isFloating } from '../../tensor/dtype.ts';
import { valuesOf } from '../../tensor/rows.ts';
import { type Tensor, zeros } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { type Channels, channelsOf, eachRunOf } from './channels.ts';

interface BatchNormAttributes {
  /** Whether the batch's statistics are used, and move the running ones. */
  training: boolean;
  momentum: number;
  eps: number;
}

/** Of each channel. */
interface Statistics {
  mean: Float64Array;
  /** 1 / √(variance + ε) */
  inverse: Float64Array;
}

type Operands = readonly [Tensor, ...(Tensor | undefined)[]];

/**
 * input [batch, channels, …], weight, bias, running_mean and running_var [channels] or undefined → as input.
 * In training mode running_mean and running_var are moved towards the batch's mean and unbiased variance.
 */
export const batchNorm = defineOperation<BatchNormAttributes>({
  name: 'batch_norm',
  node: 'NativeBatchNormBackward0',
  forward: (inputs, attributes, kept) => {
    const [x, weight, bias, runningMean, runningVar] = inputs as unknown as Operands;
    check(x, { weight, bias, runningMean, runningVar }, attributes);
    const sizes = channelsOf(x.shape);
    const { training, momentum, eps } = attributes;
    const numbers = valuesOf(x);
    let mean: Float64Array;
    let variance: Float64Array;
    if (training) {
      ({ mean, variance } = measure(numbers, sizes));
      if (runningMean) move(runningMean, mean, momentum, 1);
      if (runningVar) move(runningVar, variance, momentum, sizes.count / (sizes.count - 1));
    } else {
      [mean, variance] = [runningMean, runningVar].map((tensor) =>
        Float64Array.from(valuesOf(tensor as Tensor)),
      ) as [Float64Array, Float64Array];
    }
    const inverse = variance.map((value) => 1 / Math.sqrt(value + eps));
    kept['statistics'] = { mean, inverse } satisfies Statistics;
    return normalise(x, numbers, sizes, { mean, inverse }, weight, bias);
  },
  saves: () => ({ inputs: [0, 1] }),
  backward: ([gradient], { inputs: [x, weight], needs, attributes, kept }) => {
    const gradients = callAll('batch_norm_gradient', [gradient, x, weight], {
      training: attributes.training,
      statistics: kept['statistics'] as Statistics,
    });
    return gradients.map((of, k) => (needs[k] ? of : undefined));
  },
});

/** dy, the input, weight → the gradients of the input, of weight and of bias. */
export const batchNormGradient = defineOperation<{ training: boolean; statistics: Statistics }>({
  name: 'batch_norm_gradient',
  forward: (inputs, { training, statistics: { mean, inverse } }) => {
    const [dy, x, weight] = inputs as unknown as readonly [Tensor, Tensor, Tensor | undefined];
    const sizes = channelsOf(x.shape);
    const { channels, count } = sizes;
    const [slopes, numbers] = [valuesOf(dy), valuesOf(x)];
    const scales = weight && valuesOf(weight);
    const dx = zeros(x.shape, x.dtype);
    const dWeight = zeros([channels], x.dtype);
    const dBias = zeros([channels], x.dtype);
    const out = dx.storage.data;
    for (let channel = 0; channel < channels; channel++) {
      const [centre, factor] = [mean[channel] as number, inverse[channel] as number];
      let sum = 0;
      let product = 0;
      eachRunOf(channel, sizes, (start, end) => {
        for (let i = start; i < end; i++) {
          const slope = slopes[i] as number;
          sum += slope;
          product += slope * ((numbers[i] as number) - centre);
        }
      });
      product *= factor;
      dWeight.storage.data[channel] = product;
      dBias.storage.data[channel] = sum;
      const scale = factor * (scales ? (scales[channel] as number) : 1);
      const [shift, tilt] = training ? [sum / count, (product * factor) / count] : [0, 0];
      eachRunOf(channel, sizes, (start, end) => {
        for (let i = start; i < end; i++) {
          const away = (numbers[i] as number) - centre;
          out[i] = scale * ((slopes[i] as number) - shift - away * tilt);
        }
      });
    }
    return [dx, dWeight, dBias];
  },
  backward: () => {
    throw new TorchError(
      'NotImplementedError',
      "the second derivative of batch_norm isn't available in this page",
    );
  },
});

/** The mean and the biased variance of each channel. */
function measure(x: ArrayLike<number>, sizes: Channels) {
  const mean = new Float64Array(sizes.channels);
  const variance = new Float64Array(sizes.channels);
  for (let channel = 0; channel < sizes.channels; channel++) {
    let sum = 0;
    eachRunOf(channel, sizes, (start, end) => {
      for (let i = start; i < end; i++) sum += x[i] as number;
    });
    const centre = sum / sizes.count;
    let squares = 0;
    eachRunOf(channel, sizes, (start, end) => {
      for (let i = start; i < end; i++) squares += ((x[i] as number) - centre) ** 2;
    });
    mean[channel] = centre;
    variance[channel] = squares / sizes.count;
  }
  return { mean, variance };
}

/** A running statistic becomes (1 − momentum) of itself and momentum of the batch's, times `factor`. */
function move(running: Tensor, batch: Float64Array, momentum: number, factor: number): void {
  const data = running.storage.changeable;
  const [step = 1] = running.strides;
  batch.forEach((value, channel) => {
    const at = running.offset + channel * step;
    data[at] = (1 - momentum) * (data[at] as number) + momentum * value * factor;
  });
  running.version.value++;
}

function normalise(
  x: Tensor,
  numbers: ArrayLike<number>,
  sizes: Channels,
  { mean, inverse }: Statistics,
  weight: Tensor | undefined,
  bias: Tensor | undefined,
): Tensor {
  const y = zeros(x.shape, x.dtype);
  const out = y.storage.data;
  const scales = weight && valuesOf(weight);
  const offsets = bias && valuesOf(bias);
  for (let channel = 0; channel < sizes.channels; channel++) {
    const centre = mean[channel] as number;
    const scale = (inverse[channel] as number) * (scales ? (scales[channel] as number) : 1);
    const offset = offsets ? (offsets[channel] as number) : 0;
    eachRunOf(channel, sizes, (start, end) => {
      for (let i = start; i < end; i++) out[i] = ((numbers[i] as number) - centre) * scale + offset;
    });
  }
  return y;
}

interface Others {
  weight: Tensor | undefined;
  bias: Tensor | undefined;
  runningMean: Tensor | undefined;
  runningVar: Tensor | undefined;
}

/** @throws {TorchError} in PyTorch's words */
function check(x: Tensor, others: Others, { training }: BatchNormAttributes): void {
  const refuse = (message: string): never => {
    throw new TorchError('RuntimeError', message);
  };
  const { channels } = channelsOf(x.shape);
  const named = {
    running_mean: others.runningMean,
    running_var: others.runningVar,
    weight: others.weight,
    bias: others.bias,
  };
  for (const [name, tensor] of Object.entries(named)) {
    if (!tensor) {
      if (name.startsWith('running') && !training) {
        refuse(`${name} must be defined in evaluation mode`);
      }
    } else if (tensor.size !== channels) {
      refuse(`${name} should contain ${channels} elements not ${tensor.size}`);
    }
  }
  if (!isFloating(x.dtype)) refuse(`"batch_norm" not implemented for '${infoOf(x.dtype).scalar}'`);
  const other = Object.values(named).find((tensor) => tensor && tensor.dtype !== x.dtype);
  if (other) {
    refuse(
      x.dtype === 'float32'
        ? 'mixed dtype (CPU): expect parameter to have scalar type of Float'
        : 'mixed dtype (CPU): expect input to have scalar type of BFloat16',
    );
  }
}
