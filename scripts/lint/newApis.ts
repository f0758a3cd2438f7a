import path from 'node:path';
import type { Identifier } from '@mdn/browser-compat-data';
import bcd from '@mdn/browser-compat-data/forLegacyNode';
import ts from 'typescript';
import { isTooNew, type Lack } from './baseline.ts';

/**
 * Finds what scripts use of the browser and of the language's library though a browser of the baseline lacks it.
 * What is asked for first passes: before `??`, `?.` or after `typeof`.
 *
 * @param files absolute paths
 */
export function findNewApis(root: string, files: string[]): Lack[] {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(files, { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`TypeScript does not read ${file}.`);
    const lacks: Lack[] = [];
    const look = (node: ts.Node): void => {
      for (const feature of featuresOf(node, checker)) {
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        lacks.push({ feature, at: `${path.relative(root, file)}:${line}` });
      }
      ts.forEachChild(node, look);
    };
    look(source);
    return lacks.filter(({ feature }) => !isAskedForIn(source.text, feature));
  });
}

/** The names of all members that anything has in the library, and that are too new there. */
const newMembers = new Set(
  [bcd.api, bcd.javascript.builtins ?? {}]
    .flatMap((owners: Identifier) => Object.values(owners))
    .flatMap((members) => Object.entries(members as Identifier))
    .filter(([, member]) => isTooNew(member as Identifier))
    .map(([name]) => name.replace(/_static$/, '')),
);

/** The names of what is too new in one node, without what is below it. Types are slow to ask for: names come first. */
function featuresOf(node: ts.Node, checker: ts.TypeChecker): string[] {
  if (ts.isPropertyAccessExpression(node)) {
    const { expression: object, name } = node;
    if (!newMembers.has(name.text) || isAskedFor(node)) return [];
    if (ts.isIdentifier(object) && isGlobal(object, checker) && memberOf(object.text, name.text))
      return isTooNew(memberOf(object.text, name.text)) ? [`${object.text}.${name.text}`] : [];
    return membersOf(checker.getTypeAtLocation(object), name.text, checker);
  }
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = node.propertyName ?? node.name;
    if (!ts.isIdentifier(name) || !newMembers.has(name.text)) return [];
    return membersOf(checker.getTypeAtLocation(node.parent), name.text, checker);
  }
  if (ts.isForOfStatement(node) && node.awaitModifier)
    return membersOf(checker.getTypeAtLocation(node.expression), '@@asyncIterator', checker);
  if (ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node.parent))
    return newGlobals(node.text).filter(() => isGlobal(node, checker) && !isAskedFor(node));
  return [];
}

/** Whether a file asks for what has the feature: `'VideoFrame' in globalThis`. */
function isAskedForIn(text: string, feature: string): boolean {
  return text.includes(`'${feature.split('.')[0]}' in globalThis`);
}

function isAskedFor(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isTypeOfExpression(parent)) return true;
  if (ts.isBinaryExpression(parent) && parent.left === node)
    return parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
  return ts.isCallExpression(parent) && parent.questionDotToken !== undefined;
}

/** A member belongs to the first of a type and those that it extends of which the data know it. */
function membersOf(type: ts.Type, name: string, checker: ts.TypeChecker): string[] {
  if (type.isUnionOrIntersection())
    return [...new Set(type.types.flatMap((one) => membersOf(one, name, checker)))];
  const known = namesOf(checker.getApparentType(type), checker)
    .map((owner) => owner.replace(/^Readonly(?=Array|Map|Set)|Constructor$/, ''))
    .map((owner) => ({ owner, compat: memberOf(owner, name) }))
    .find(({ compat }) => compat);
  return known && isTooNew(known.compat) ? [`${known.owner}.${name}`] : [];
}

function memberOf(owner: string, name: string): Identifier | undefined {
  const typed = /^(Int|Uint|Float|BigInt|BigUint)\d+(Clamped)?Array$/.test(owner);
  const [api, builtin] = [bcd.api[owner], bcd.javascript.builtins?.[typed ? 'TypedArray' : owner]];
  return builtin?.[name] ?? api?.[name] ?? api?.[`${name}_static`];
}

/** A type's name and those of all that it extends, the nearest first. */
function namesOf(type: ts.Type, checker: ts.TypeChecker): string[] {
  const name = type.symbol?.declarations?.some(isFromLibrary) ? type.symbol.name : undefined;
  const bases = (type.isClassOrInterface() ? checker.getBaseTypes(type) : undefined) ?? [];
  const target = 'target' in type ? (type.target as ts.Type) : type;
  const inherited =
    target === type ? bases : (checker.getBaseTypes(target as ts.InterfaceType) ?? []);
  return [...(name ? [name] : []), ...inherited.flatMap((base) => namesOf(base, checker))];
}

function isGlobal(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const declarations = checker.getSymbolAtLocation(node)?.declarations ?? [];
  return declarations.some((one) => isFromLibrary(one) && ts.isSourceFile(scopeOf(one)));
}

function scopeOf(declaration: ts.Declaration): ts.Node {
  const { parent } = declaration;
  return ts.isVariableDeclarationList(parent) ? parent.parent.parent : parent;
}

function newGlobals(name: string): string[] {
  const compat = bcd.api[name] ?? bcd.api.Window?.[name] ?? bcd.javascript.builtins?.[name];
  return isTooNew(compat) ? [name] : [];
}

function isFromLibrary(declaration: ts.Declaration): boolean {
  return /\/lib\.[^/]*d\.ts$/.test(declaration.getSourceFile().fileName);
}
