import type { NetworkSource } from '../../../contract/classify.ts';

/** The networks that the site knows, by the folder of their card. */
export const siteNetworks = { tiny200: 'the small network', imagenet: 'the large network' };
export type SiteNetwork = keyof typeof siteNetworks;

/** A network of the site, or a checkpoint of the reader's. */
export type Choice = SiteNetwork | File;

/** What a network is called until its card has come. */
export function titleOf(choice: Choice): string {
  return choice instanceof File ? choice.name : siteNetworks[choice];
}

/**
 * Where a network comes from.
 * @param siteUrl gives the absolute address of a file of the site
 */
export function sourceOf(choice: Choice, siteUrl: (path: string) => string): NetworkSource {
  const modelUrl = (network: string) => siteUrl(`models/${network}/`);
  return choice instanceof File
    ? { from: 'file', file: choice, modelUrls: Object.keys(siteNetworks).map(modelUrl) }
    : { from: 'site', modelUrl: modelUrl(choice) };
}
