import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * The circles of imports in some folders of `root`, those through types, which import-x/no-cycle passes over,
 * and through `import()` included. Each is the sorted list of the files that reach one another.
 */
export function findCircles(root: string, folders: string[]): string[][] {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.[cm]?[jt]sx?$/.test(file))
      .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/'))),
  );
  return connectedGroups(new Map(files.map((file) => [file, importsOf(root, file)])));
}

/** The files that a file names in its imports, as TypeScript scans them: packages are none. */
function importsOf(root: string, file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => path.posix.join(path.posix.dirname(file), fileName));
}

/** Groups of nodes that reach one another: Tarjan 1972, “Depth-first search and linear graph algorithms”. */
function connectedGroups(graph: Map<string, string[]>): string[][] {
  const groups: string[][] = [];
  const order = new Map<string, number>();
  const path: string[] = [];

  /** Visits what a node reaches, and returns the earliest node on the path that it reaches. */
  const visit = (node: string): number => {
    const at = order.size;
    order.set(node, at);
    path.push(node);
    let earliest = at;
    for (const next of graph.get(node) ?? []) {
      if (!graph.has(next)) continue;
      if (!order.has(next)) earliest = Math.min(earliest, visit(next));
      else if (path.includes(next)) earliest = Math.min(earliest, order.get(next)!);
    }
    if (earliest === at) {
      const group = path.splice(path.indexOf(node));
      if (group.length > 1 || graph.get(node)?.includes(node)) groups.push(group.sort());
    }
    return earliest;
  };

  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return groups.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}
