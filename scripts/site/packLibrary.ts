import { existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { loadPyodide } from 'pyodide';

const { resolve } = createRequire(import.meta.url);

/** Of the standard library, what no program in the page can use. */
const leftOut = [
  ...['_pyrepl', 'ctypes', 'doctest', 'email', 'ensurepip', 'ftplib', 'http', 'idlelib', 'imaplib'],
  ...['mailbox', 'multiprocessing', 'pdb', 'poplib', 'pydoc', 'pydoc_data', 'smtplib', 'sqlite3'],
  ...['tarfile', 'turtledemo', 'venv', 'wsgiref', 'xml', 'xmlrpc', 'zipapp'],
];

/**
 * Packs Python's standard library for the page: compiled, which halves the time that Python takes to start, and without
 * what the page has no use for. Takes some seconds, unless it was done before.
 * @param output the zip file to be written
 */
export async function packLibrary(output: string): Promise<void> {
  const source = resolve('pyodide/python_stdlib.zip');
  if (existsSync(output) && [source, import.meta.filename].every((file) => isOlder(file, output)))
    return;
  const pyodide = await loadPyodide();
  pyodide.globals.set('left_out', leftOut);
  pyodide.runPython(program);
  mkdirSync(path.dirname(output), { recursive: true });
  // Written aside and renamed, so that a process that reads it meanwhile sees the old one or the new.
  const aside = `${output}.${process.pid}`;
  writeFileSync(aside, pyodide.FS.readFile('/packed.zip'));
  renameSync(aside, output);
}

function isOlder(file: string, other: string): boolean {
  return statSync(file).mtimeMs < statSync(other).mtimeMs;
}

/** Dated as zip files begin, so that each build packs the same bytes; docstrings are left out. */
const program = `
import sys, zipfile
from importlib._bootstrap_external import _code_to_hash_pyc

source = zipfile.ZipFile(next(path for path in sys.path if path.endswith(".zip")))
with zipfile.ZipFile("/packed.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
    for name in source.namelist():
        if name.split("/")[0].removesuffix(".py") in list(left_out) or name.endswith("/"):
            continue
        data = source.read(name)
        if name.endswith(".py"):
            code = compile(data, name, "exec", dont_inherit=True, optimize=2)
            name, data = name + "c", _code_to_hash_pyc(code, bytes(8), False)
        entry = zipfile.ZipInfo(name)
        entry.compress_type = zipfile.ZIP_DEFLATED
        packed.writestr(entry, data)
`;
