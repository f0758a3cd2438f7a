import { resnet34Stages } from '../../contract/resnet34.ts';
import { describeNetwork } from '../../ui/network/architecture.ts';

/** Pixels a side of the picture that the lesson's network takes. */
export const pixels = 224;

/** The lesson's network: torchvision's ResNet-34, for the 1,000 classes of ImageNet. */
export const parts = describeNetwork(resnet34Stages, pixels, 1000);
export const partIds = parts.map(({ id }) => id);
