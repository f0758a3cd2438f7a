"""Ways to write many snippets."""

import itertools
import textwrap


def lines(text):
    """A snippet a line."""
    return [line.strip() for line in text.strip().splitlines() if line.strip()]


def cells(text):
    """Snippets of several lines, separated by lines of `# %%`."""
    parts = textwrap.dedent(text).split("# %%\n")
    return [part.strip() for part in parts if part.strip()]


def product(template, **choices):
    """A snippet for each choice: `<name>` in the template is replaced by each of the choices of that name."""
    found = []
    for values in itertools.product(*choices.values()):
        code = textwrap.dedent(template).strip()
        for name, value in zip(choices, values):
            code = code.replace(f"<{name}>", str(value))
        found.append(code)
    return found
