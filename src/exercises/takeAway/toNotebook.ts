import page from './python/page.py?raw';
import { checksCode, quote } from './checksCode.ts';
import { addressOf, linkToChapter, programOf, type Taken } from './taken.ts';

/**
 * A Jupyter notebook: the statement, the code, and the checks, in cells that run from top to bottom.
 * https://nbformat.readthedocs.io/en/latest/format_description.html, version 4.5.
 */
export function toNotebook(taken: Taken) {
  const { exercise, code, site } = taken;
  const about = `# ${exercise.title}\n\n${linkToChapter(taken, programOf(taken).statement)}\n\nFrom [the chapter](${addressOf(taken)}). This notebook needs PyTorch${exercise.needsNetwork ? ', torchvision and Pillow' : ''}; it was tried with version 1.13.`;
  const needsPage = `${page.trim()}\n\n\n_install_page(${quote(site)})`;
  return {
    cells: [
      markdown('statement', about),
      ...(exercise.needsNetwork ? [python('page', needsPage, true)] : []),
      python('answer', code.trimEnd()),
      markdown(
        'checks',
        '## Checks\n\nRun the next two cells. After each change, run your code and the last cell again.',
      ),
      python('checks-code', checksCode(taken), true),
      // A copy: line numbers would be those of another cell.
      python('verdict', '_tell(dict(globals()))'),
    ],
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
}

const markdown = (id: string, text: string) => ({
  ...{ cell_type: 'markdown', id },
  ...{ metadata: {}, source: linesOf(text) },
});

const python = (id: string, text: string, isFolded = false) => ({
  ...{ cell_type: 'code', id, execution_count: null },
  metadata: isFolded ? { jupyter: { source_hidden: true } } : {},
  ...{ outputs: [], source: linesOf(text) },
});

/** Each with its end, as Jupyter itself writes them. */
const linesOf = (text: string) => text.split(/(?<=\n)/);
