"""How tensors are printed: PyTorch's own rules."""

import math


class _Options:
    precision = 4
    threshold = 1000
    edgeitems = 3
    linewidth = 80
    sci_mode = None


_profiles = {'default': (4, 1000, 3, 80), 'short': (2, 1000, 2, 80), 'full': (4, math.inf, 3, 80)}


def set_printoptions(
    precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None
):
    names = ('precision', 'threshold', 'edgeitems', 'linewidth')
    if profile is not None:
        for name, value in zip(names, _profiles[profile]):
            setattr(_Options, name, value)
    for name, value in zip(names, (precision, threshold, edgeitems, linewidth)):
        if value is not None:
            setattr(_Options, name, value)
    _Options.sci_mode = sci_mode


class _Formatter:
    """One format for all numbers of a tensor."""

    def __init__(self, values, is_floating):
        self.is_floating = is_floating
        self.int_mode = True
        self.sci_mode = False
        self.width = 1
        if not is_floating:
            self.width = max([1, *(len(str(value)) for value in values)])
            return
        finite = [value for value in values if math.isfinite(value) and value != 0]
        if not finite:
            return
        least = min(abs(value) for value in finite)
        greatest = max(abs(value) for value in finite)
        self.int_mode = all(value == math.ceil(value) for value in finite)
        far_apart = greatest / least > 1000.0 or greatest > 1.0e8
        if far_apart or (not self.int_mode and least < 1.0e-4):
            self.sci_mode = True
            self.width = max(1, *(len(f'{value:.{_Options.precision}e}') for value in [*finite, finite[0]]))
        elif self.int_mode:
            self.width = max(1, *(len(f'{value:.0f}') + 1 for value in [*finite, finite[0]]))
        else:
            self.width = max(1, *(len(f'{value:.{_Options.precision}f}') for value in [*finite, finite[0]]))
        if _Options.sci_mode is not None:
            self.sci_mode = _Options.sci_mode

    def __call__(self, value):
        if not self.is_floating:
            text = str(value)
        elif self.sci_mode:
            text = f'{value:{self.width}.{_Options.precision}e}'
        elif self.int_mode:
            text = f'{value:.0f}' + ('.' if math.isfinite(value) else '')
        else:
            text = f'{value:.{_Options.precision}f}'
        return ' ' * (self.width - len(text)) + text


def _vector(values, indent, summarize, write):
    edge = _Options.edgeitems
    per_line = max(1, (_Options.linewidth - indent) // (write.width + 2))
    if summarize and len(values) > 2 * edge:
        data = [write(v) for v in values[:edge]] + [' ...'] + [write(v) for v in values[-edge:]]
    else:
        data = [write(v) for v in values]
    lines = [', '.join(data[i : i + per_line]) for i in range(0, len(data), per_line)]
    return '[' + (',\n' + ' ' * (indent + 1)).join(lines) + ']'


def _nested(values, dims, indent, summarize, write):
    if dims == 0:
        return write(values)
    if dims == 1:
        return _vector(values, indent, summarize, write)
    edge = _Options.edgeitems
    cut = summarize and len(values) > 2 * edge
    shown = values[:edge] + values[-edge:] if cut else values
    parts = [_nested(value, dims - 1, indent + 1, summarize, write) for value in shown]
    if cut:
        parts.insert(edge, '...')
    return '[' + (',' + '\n' * (dims - 1) + ' ' * (indent + 1)).join(parts) + ']'


def _summarized(x):
    """Only the numbers at the edges, which decide the format and are shown."""
    edge = _Options.edgeitems
    for dim, size in enumerate(x.shape):
        if size > 2 * edge:
            x = _edges(x, dim, size, edge)
    return x


def _edges(x, dim, size, edge):
    from torch import cat

    return cat([x.narrow(dim, 0, edge), x.narrow(dim, size - edge, edge)], dim)


def _flat(values):
    if not isinstance(values, list):
        return [values]
    return [number for value in values for number in _flat(value)] if values and isinstance(values[0], list) else values


def _contents(x, indent):
    summarize = x.numel() > _Options.threshold
    if not summarize:
        values = x.tolist()
        write = _Formatter(_flat(values), x.dtype.is_floating_point)
        return _nested(values, x.dim(), indent, False, write)
    edge = _Options.edgeitems
    values = _summarized(x).tolist()
    write = _Formatter(_flat(values), x.dtype.is_floating_point)
    # Longer dimensions have a gap in the middle, which `_nested` writes.
    return _nested(_gapped(values, x.shape, edge), x.dim(), indent, True, write)


def _gapped(values, shape, edge):
    if not shape:
        return values
    rows = [_gapped(value, shape[1:], edge) for value in values]
    return rows[:edge] + [None] + rows[edge:] if shape[0] > 2 * edge else rows


def _suffixed(text, suffixes, indent):
    parts = [text]
    length = len(text) - text.rfind('\n') + 1
    for suffix in suffixes:
        if length + len(suffix) + 2 > _Options.linewidth:
            parts.append(',\n' + ' ' * indent + suffix)
            length = indent + len(suffix)
        else:
            parts.append(', ' + suffix)
            length += len(suffix) + 2
    return ''.join(parts) + ')'


def tensor_repr(x, prefix='tensor('):
    from torch import _dtype, no_grad

    suffixes = []
    with no_grad():
        plain = x.detach()
        if x.numel() == 0:
            if x.dim() != 1:
                suffixes.append(f'size={tuple(x.shape)}')
            if x.dtype != _dtype.default:
                suffixes.append(f'dtype={x.dtype}')
            text = '[]'
        else:
            if x.dtype not in (_dtype.default, _dtype.int64, _dtype.bool_):
                suffixes.append(f'dtype={x.dtype}')
            text = _contents(plain, len(prefix))
    if not x.is_leaf:
        suffixes.append(f'grad_fn=<{x._grad_fn_name()}>')
    elif x.requires_grad:
        suffixes.append('requires_grad=True')
    return _suffixed(prefix + text, suffixes, len(prefix))
