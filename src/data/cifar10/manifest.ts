import { DataError } from '../download/dataError.ts';

/** What `scripts/cifar10/cifar10.ts` writes beside the shards, as manifest.json. */
export interface Manifest {
  format: typeof manifestFormat;
  /** Where the pictures came from, and the digest of that file. */
  source: string;
  integrity: string;
  /** Side of the stored pictures in pixels. */
  pictureSize: number;
  /** Names of the classes; a label is an index into them. */
  classes: string[];
  /** Mean and standard deviation of each channel over all training pictures, in 0 … 1. */
  meanRgb: Rgb;
  stdRgb: Rgb;
  train: ShardEntry[];
  test: ShardEntry[];
}

export type Rgb = [red: number, green: number, blue: number];

/** One file: `pictures` label bytes, then `pictures` × size × size × 3 pixel bytes, rows of RGB. */
export interface ShardEntry {
  file: string;
  pictures: number;
  bytes: number;
  crc32: number;
}

export const manifestFormat = 1;

/** Checks a parsed manifest.json; throws a DataError unless every field is as described above. */
export function checkManifest(json: unknown): Manifest {
  const manifest = json as Manifest;
  if (!isRecord(json) || json['format'] !== manifestFormat) {
    throw damaged('is in a format that this page cannot read');
  }
  const { pictureSize, classes, meanRgb, stdRgb, train, test } = manifest;
  if (pictureSize !== 32) throw damaged('does not describe pictures of 32 × 32 pixels');
  if (!Array.isArray(classes) || classes.length !== 10) throw damaged('does not name ten classes');
  if (!isRgb(meanRgb) || !isRgb(stdRgb) || stdRgb.includes(0)) {
    throw damaged('lacks the mean and standard deviation of the pictures');
  }
  const bytesAPicture = 1 + pictureSize * pictureSize * 3;
  for (const shards of [train, test]) {
    const good =
      Array.isArray(shards) &&
      shards.length > 0 &&
      shards.every((shard) => isShardEntry(shard, bytesAPicture));
    if (!good) throw damaged('does not list the files of pictures correctly');
  }
  return manifest;
}

/** The manifest cannot be used; preparing the data again is the remedy. */
export function damaged(what: string): DataError {
  return new DataError(
    `The list of training pictures, manifest.json, ${what}.`,
    'Reload this page and try again. If it happens again and this is your site, delete the folder public/data and run npm start.',
  );
}

function isShardEntry(shard: unknown, bytesAPicture: number): shard is ShardEntry {
  if (!isRecord(shard)) return false;
  const { file, pictures, bytes, crc32 } = shard;
  return (
    typeof file === 'string' &&
    // A name, not a path: a manifest must not lead anywhere else.
    /^[\w-]+\.bin$/.test(file) &&
    Number.isInteger(pictures) &&
    (pictures as number) > 0 &&
    bytes === (pictures as number) * bytesAPicture &&
    Number.isInteger(crc32)
  );
}

function isRgb(value: unknown): value is Rgb {
  return Array.isArray(value) && value.length === 3 && value.every(Number.isFinite);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** As many shards as hold at least so many pictures. */
export function firstShards(shards: ShardEntry[], pictures: number): ShardEntry[] {
  let before = 0;
  return shards.filter((shard) => {
    const isNeeded = before < pictures;
    before += shard.pictures;
    return isNeeded;
  });
}
