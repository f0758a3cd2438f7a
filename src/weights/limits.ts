/**
 * What a checkpoint may claim before anything is allocated for it. Every limit leaves the ResNets room:
 * the largest of them, ResNet-152, has 60 million weights in 932 tensors.
 */

/** Values of all tensors together: 280 MB as float32, about what a tab may use on a phone. */
export const maxElements = 70_000_000;

/** Tensors of one file. ResNet-152 has 932 with its counters, an optimiser keeps as many again. */
export const maxTensors = 10_000;

/** Axes of one tensor. Weights of a 3-D convolution have 5. */
export const maxRank = 8;

/** Bytes of a safetensors header: 120 bytes a tensor are usual, and JSON.parse takes ten times as much memory. */
export const maxHeaderBytes = 2_000_000;

/** Files in a .pth: a storage for each tensor and a few notes. */
export const maxZipEntries = 2 * maxTensors;

/** Instructions of one pickle: a tensor takes about 40, and an optimiser's state is passed over as well. */
export const maxOpcodes = 40 * maxTensors;

/** Open marks of one pickle. CPython's pickler stops at 1,000 nested objects, so no file has more. */
export const maxPickleDepth = 1_000;

/** Bytes of one integer in a pickle: the longest, the magic number of legacy files, has 10. */
export const maxLongBytes = 16;

/** Bytes of a file, looked at before it is read: a ResNet-152 with Adam's state has 720 million. */
export const maxFileBytes = 1_000_000_000;

/** Bytes of an archive's compressed files once they are unpacked, all of them in memory at a time. */
export const maxInflatedBytes = 600_000_000;

/** From so many bytes on, a file's list of contents is looked at before all of it is read. */
export const largeFileBytes = 200_000_000;
