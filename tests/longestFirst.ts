import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest in a browser, the longest first. */
const longest = [
  ...['exercisesSolved', 'pages', 'network', 'classifier', 'lostDevice', 'offline', 'links'],
  ...['firefox', 'degradation', 'labFaults', 'badInput', 'fullScreen', 'ladder', 'keyboard'],
].map((name) => `tests/browser/${name}.test.ts`);

/**
 * So that no long file begins when the others have ended. By itself vitest goes by what it remembers, and on a new
 * checkout by how large files are.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification, file: string) => moduleId.endsWith(file);
    const sorted = await super.sort(files);
    const long = longest.flatMap((file) => sorted.filter((one) => isLong(one, file)));
    return [...long, ...sorted.filter((one) => !long.includes(one))];
  }
}
