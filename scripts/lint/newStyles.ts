import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Identifier } from '@mdn/browser-compat-data';
import bcd from '@mdn/browser-compat-data/forLegacyNode';
import postcss, { type AtRule, type Node } from 'postcss';
import { isTooNew, type Lack } from './baseline.ts';

/**
 * Finds what style sheets use though a browser of the baseline lacks it: properties, their values, functions,
 * selectors, at-rules and media features. What is within an `@supports` passes.
 *
 * @param files absolute paths
 */
export function findNewStyles(root: string, files: string[]): Lack[] {
  return files.flatMap((file) => {
    const lacks: Lack[] = [];
    const report = (node: Node, features: Record<string, Identifier | undefined>) => {
      if (isAskedFor(node)) return;
      const at = `${path.relative(root, file)}:${node.source?.start?.line}`;
      for (const [feature, compat] of Object.entries(features))
        if (isTooNew(compat)) lacks.push({ feature, at });
    };
    const sheet = postcss.parse(readFileSync(file, 'utf8'));
    sheet.walkDecls((node) => report(node, inDeclaration(node.prop, node.value)));
    sheet.walkRules((node) => report(node, inSelector(node.selector)));
    sheet.walkAtRules((node) => report(node, inAtRule(node)));
    return lacks;
  });
}

function isAskedFor(node: Node): boolean {
  const { parent } = node;
  if (!parent) return false;
  return (parent.type === 'atrule' && (parent as AtRule).name === 'supports') || isAskedFor(parent);
}

function inDeclaration(property: string, value: string): Record<string, Identifier | undefined> {
  const known = bcd.css.properties?.[property];
  const words = [...value.matchAll(/(?<![\w-])[a-z][a-z-]*(?![\w(-])/g)].map(([word]) => word);
  const functions = [...value.matchAll(/(?<![\w-])([a-z][a-z-]*)\(/g)].map(([, name = '']) => name);
  const units = [...value.matchAll(/\d([a-z]+)/g)].map(([, unit = '']) => unit);
  return {
    [property]: known,
    ...Object.fromEntries(words.map((word) => [`${property}: ${word}`, known?.[word]])),
    ...Object.fromEntries(functions.map((name) => [`${name}()`, findType(name)])),
    ...Object.fromEntries(units.map((unit) => [`1${unit}`, findUnit(unit)])),
  };
}

/** Functions are among the types, or below one: color-mix() is a color. */
function findType(name: string): Identifier | undefined {
  const types: Record<string, Identifier> = bcd.css.types ?? {};
  return types[name] ?? Object.values(types).find((type) => name in type)?.[name];
}

function findUnit(unit: string): Identifier | undefined {
  return bcd.css.types?.['length']?.[unit] ?? bcd.css.types?.['length']?.[viewportUnits(unit)];
}

function viewportUnits(unit: string): string {
  const sizes: Record<string, string> = { d: 'dynamic', s: 'small', l: 'large' };
  return /^[dsl]v/.test(unit) ? `viewport_percentage_units_${sizes[unit.charAt(0)]}` : '';
}

function inSelector(selector: string): Record<string, Identifier | undefined> {
  const names = [...selector.matchAll(/(::?)([a-z-]+)/g)];
  return {
    ...Object.fromEntries(names.map(([whole, , name = '']) => [whole, bcd.css.selectors?.[name]])),
    ...(selector.includes('&') && { '&': bcd.css.selectors?.['nesting'] }),
  };
}

function inAtRule({ name, params }: AtRule): Record<string, Identifier | undefined> {
  const known = bcd.css['at-rules']?.[name];
  const words = params.match(/[a-z][a-z-]*/g) ?? [];
  return {
    [`@${name}`]: known,
    ...Object.fromEntries(words.map((word) => [`@${name} ${word}`, known?.[word]])),
  };
}
