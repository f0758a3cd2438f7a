import { siteUrl } from '../../../lib/siteUrl.ts';

/** A photograph that comes with the chapter, by its file below public/samples. */
export async function fetchSample(file: string): Promise<Blob> {
  const response = await fetch(siteUrl(`samples/${file}`));
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.blob();
}
