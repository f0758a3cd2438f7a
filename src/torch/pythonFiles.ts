const texts = import.meta.glob<string>('./python/**/*.py', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The Python files of torch and torchvision by their paths, for `installTorch`; bundled by Vite. */
export const pythonFiles: Record<string, string> = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [path.replace('./python/', ''), text]),
);
