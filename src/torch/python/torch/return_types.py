"""Tuples with names, as torch.max(x, dim) returns them."""


class _Result(tuple):
    names = ('values', 'indices')

    @property
    def values(self):
        return self[0]

    @property
    def indices(self):
        return self[1]

    def __repr__(self):
        inside = ',\n'.join(f'{name}={value!r}' for name, value in zip(self.names, self))
        return f'torch.return_types.{type(self).__name__}(\n{inside})'


_types = {
    name: type(name, (_Result,), {'__module__': 'torch.return_types'})
    for name in ('max', 'min', 'sort', 'topk', 'median', 'kthvalue')
}


def result(name, values, indices):
    return _types[name]((values, indices))
