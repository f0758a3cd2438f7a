/** Made by scripts/site/pythonParts.ts. */
declare module 'virtual:python-parts' {
  interface Part {
    url: string;
    bytes: number;
  }
  const parts: Record<
    'interpreter' | 'worker' | 'python' | 'library' | 'tensors' | 'kernels',
    Part
  >;
  export default parts;
}
