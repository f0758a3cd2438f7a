import { CheckpointError, downloadAgain, quote, saveAgain } from '../checkpointError.ts';
import { decodeUtf8 } from '../decodeUtf8.ts';
import { isDtype, itemSize, type Dtype } from './dtypes.ts';
import { duplicateKey } from '../duplicateKey.ts';
import { checkTotal, countElements } from '../elements.ts';
import { maxHeaderBytes, maxTensors } from '../limits.ts';

/** One tensor of a safetensors file: its bytes are a view of the file. */
export interface SafetensorsEntry {
  dtype: Dtype;
  shape: number[];
  bytes: Uint8Array;
}

/**
 * The tensors of a safetensors file, checked: every claim of the header fits the file, and the tensors
 * fill it without gap or overlap, as the format demands.
 * Format: a uint64 header length, JSON {key: {dtype, shape, data_offsets}, __metadata__}, the data.
 * @see https://github.com/huggingface/safetensors#format
 * @throws CheckpointError
 */
export function readEntries(bytes: Uint8Array): Map<string, SafetensorsEntry> {
  const { claims, dataStart } = expectEntries(bytes, bytes.length);
  const data = bytes.subarray(dataStart);
  return new Map(
    claims.map(({ key, dtype, shape, begin, end }) => [
      key,
      { dtype, shape, bytes: data.subarray(begin, end) },
    ]),
  );
}

/**
 * The tensors that a safetensors file claims to hold, checked as by readEntries, but for their values.
 * @param head the file's beginning, with all of its header
 * @param fileSize in bytes
 * @throws CheckpointError
 */
export function expectEntries(
  head: Uint8Array,
  fileSize: number,
): { claims: Claim[]; dataStart: number } {
  const { header, dataStart } = readHeader(head);
  const claims = Object.entries(header).filter(([key]) => key !== '__metadata__');
  if (claims.length > maxTensors) {
    throw new CheckpointError(
      `The safetensors header lists ${claims.length} tensors; this page reads at most ${maxTensors}.`,
      saveAgain,
    );
  }
  const checked = claims.map(([key, claim]) => checkClaim(key, claim));
  checkTotal(checked.map((claim) => [claim.key, claim]));
  checkLayout(checked, fileSize - dataStart);
  return { claims: checked, dataStart };
}

function readHeader(bytes: Uint8Array): { header: object; dataStart: number } {
  if (bytes.length < 8) {
    throw new CheckpointError(
      `The file has ${bytes.length} bytes, too few even for the length of a safetensors header.`,
      downloadAgain,
    );
  }
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  if (length > maxHeaderBytes) {
    throw new CheckpointError(
      `The safetensors header claims ${length} bytes; this page reads at most ${maxHeaderBytes}.`,
      downloadAgain,
    );
  }
  const dataStart = 8 + length;
  if (dataStart > bytes.length) {
    throw new CheckpointError(
      `The safetensors header claims ${length} bytes, but the file ends after ${bytes.length - 8} of them.`,
      downloadAgain,
    );
  }
  const json = decodeUtf8(bytes.subarray(8, dataStart));
  const header = json === undefined ? undefined : parseJson(json);
  if (json === undefined || header === undefined) {
    throw new CheckpointError('The safetensors header is not valid JSON.', downloadAgain);
  }
  if (typeof header !== 'object' || header === null || Array.isArray(header)) {
    throw new CheckpointError('The safetensors header is not a JSON object.', downloadAgain);
  }
  const twice = duplicateKey(json);
  if (twice !== undefined) {
    throw new CheckpointError(`The safetensors header lists ${quote(twice)} twice.`, saveAgain);
  }
  return { header, dataStart };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

interface Claim {
  key: string;
  dtype: Dtype;
  shape: number[];
  elements: number;
  begin: number;
  end: number;
}

function checkClaim(key: string, claim: unknown): Claim {
  const { dtype, shape, data_offsets } = (claim ?? {}) as Record<string, unknown>;
  if (!isDtype(dtype)) {
    throw new CheckpointError(
      `${quote(key)} has ${typeof dtype === 'string' ? `the type ${quote(dtype)}, which this page does not know` : 'no valid type'}.`,
      saveAgain,
    );
  }
  const elements = countElements(shape, quote(key));
  const offsets = Array.isArray(data_offsets) ? (data_offsets as unknown[]) : [];
  const [begin, end] = offsets;
  if (offsets.length !== 2 || !isOffset(begin) || !isOffset(end)) {
    throw new CheckpointError(`${quote(key)} has no valid data_offsets.`, downloadAgain);
  }
  const size = elements * itemSize(dtype);
  if (end - begin !== size) {
    throw new CheckpointError(
      `${quote(key)} takes bytes ${begin} to ${end}, but ${elements} ${dtype} values need ${size}.`,
      downloadAgain,
    );
  }
  return { key, dtype, shape: shape as number[], elements, begin, end };
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function checkLayout(claims: Claim[], dataLength: number): void {
  let filled = 0;
  for (const { key, begin, end } of [...claims].sort(
    (a, b) => a.begin - b.begin || a.end - b.end,
  )) {
    if (begin !== filled) {
      throw new CheckpointError(
        `${quote(key)} begins at byte ${begin} of the data, not at byte ${filled}, where the data before it ends.`,
        downloadAgain,
      );
    }
    if (end > dataLength) {
      throw new CheckpointError(
        `${quote(key)} ends at byte ${end} of the data, but the file ends at ${dataLength}.`,
        downloadAgain,
      );
    }
    filled = end;
  }
  if (filled !== dataLength) {
    throw new CheckpointError(
      `The file has ${dataLength} bytes of data, but its tensors fill ${filled}.`,
      downloadAgain,
    );
  }
}
