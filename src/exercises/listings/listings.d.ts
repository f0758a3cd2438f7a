/** Made by scripts/site/listingPrograms.ts. */
declare module 'virtual:listings' {
  const programs: import('./program.ts').Program[];
  export default programs;
}
