"""Writes tests/torch/cases/*.json: what real PyTorch gives for the snippets of torchCases/.

Only needed to change them: `python3 tests/reference/make_torch_cases.py [family ...]`. Needs PyTorch and
torchvision (Debian's python3-torch 1.13 and python3-torchvision 0.14 made the ones in the tree).

A family is a module of torchCases/ whose `cases` are snippets, as a reader would write them; the last
expression of a snippet is what is compared (see tests/torch/observe.py). A case is a line of its file:
{"code", "value", "out", "error"}. `tests/torch/cases.test.ts` runs them all on src/torch.
"""

import importlib
import json
import pathlib
import re
import sys

import torch

here = pathlib.Path(__file__).parent
cases_folder = here.parent / "torch" / "cases"
sys.path.insert(0, str(here.parent / "torch"))

from observe import observe  # noqa: E402
from torchCases.listings import find_listings  # noqa: E402

torch.set_num_threads(1)


listings = find_listings()


def put_listings(code):
    return re.sub(r"\{(\d\d-[\w-]+/\d+)\}", lambda found: listings[found[1]], code)


def write(family):
    module = importlib.import_module(f"torchCases.{family}")
    cases = [{"code": code, **observe(put_listings(code))} for code in module.cases]
    codes = [case["code"] for case in cases]
    for code in {code for code in codes if codes.count(code) > 1}:
        print(f"{family}: twice: {code!r}")
    failed = {
        case["error"][0] for case in cases if "error" in case
    } & {"NameError", "SyntaxError", "AttributeError", "AssertionError", "ModuleNotFoundError"}
    for case in cases:
        if "error" in case and case["error"][0] in failed:
            print(f"{family}: {case['error']}\n{case['code']}\n")
        if not case.keys() & {"value", "out", "error"}:
            print(f"{family}: nothing to see\n{case['code']}\n")
    lines = ",\n".join(json.dumps(case, ensure_ascii=False, separators=(",", ":")) for case in cases)
    path = cases_folder / f"{family}.json"
    path.write_text(f"[\n{lines}\n]\n")
    print(f"{family:12} {len(cases):4} cases {path.stat().st_size / 1e3:7.1f} kB")
    return len(cases)


families = sys.argv[1:] or sorted(
    path.stem for path in (here / "torchCases").glob("*.py") if path.stem != "snippets"
)
cases_folder.mkdir(exist_ok=True)
print(sum(write(family) for family in families), "cases")
