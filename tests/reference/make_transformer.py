"""Writes transformer.json: what PyTorch computes for the transformer of src/models.

Only needed to change it: `python3 tests/reference/make_transformer.py && npx oxfmt
tests/reference/transformer.json`. Needs PyTorch (Debian's python3-torch 1.13 made the one in the tree).

Weights follow from their names by `pattern`; PyTorch computes in float64, as in make_goldens.py.
"""

import json
import pathlib

import torch
from torch import nn
from torch.nn import functional as F

from stored import fill, stored

torch.set_default_dtype(torch.float64)
here = pathlib.Path(__file__).parent


class Mlp(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.linear1 = nn.Linear(width, 4 * width)
        self.linear2 = nn.Linear(4 * width, width)

    def forward(self, x):
        return self.linear2(F.relu(self.linear1(x)))


class Layer(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.norm1 = nn.LayerNorm(width)
        self.attention = nn.MultiheadAttention(width, heads, bias=False, batch_first=True)
        self.norm2 = nn.LayerNorm(width)
        self.mlp = Mlp(width)

    def forward(self, x):
        n, tokens = self.norm1(x), x.shape[1]
        future = torch.ones(tokens, tokens).triu(1).bool()
        attended, self.pattern = self.attention(n, n, n, attn_mask=future, average_attn_weights=False)
        x = x + attended
        return x + self.mlp(self.norm2(x))


class Transformer(nn.Module):
    def __init__(self, words, context, width, heads, layers):
        super().__init__()
        self.embedding = nn.Embedding(words, width)
        self.positions = nn.Embedding(context, width)
        self.layers = nn.ModuleList(Layer(width, heads) for _ in range(layers))
        self.norm = nn.LayerNorm(width)
        self.unembedding = nn.Linear(width, words, bias=False)

    def stream(self, tokens):
        x = self.embedding(tokens) + self.positions(torch.arange(tokens.shape[1]))
        for layer in self.layers:
            x = layer(x)
        return x

    def forward(self, tokens):
        return self.unembedding(self.norm(self.stream(tokens)[:, -1]))


def case(batch, tokens, **shape):
    network = Transformer(**shape)
    fill(network)
    settings = {"lr": 0.01, "betas": [0.9, 0.98], "eps": 1e-8}
    optimizer = torch.optim.Adam(network.parameters(), **settings)
    words = shape["words"]
    x = torch.tensor([[(5 * i + 3 * t + i * t) % words for t in range(tokens)] for i in range(batch)])
    labels = torch.tensor([(7 * i + 3) % words for i in range(batch)])
    losses, first = [], {}
    for step in range(3):
        optimizer.zero_grad()
        logits = network(x)
        loss = F.cross_entropy(logits, labels)
        loss.backward()
        losses.append(loss.item())
        if step == 0:
            first = {
                "logits": stored(logits),
                "stream": stored(network.stream(x)),
                "patterns": [stored(layer.pattern) for layer in network.layers],
                "gradients": {k: stored(p.grad) for k, p in network.named_parameters()},
            }
        optimizer.step()
    return {
        "shape": shape,
        "tokens": x.tolist(),
        "labels": labels.tolist(),
        "settings": settings,
        "losses": losses,
        "first": first,
        "state": {k: stored(t) for k, t in network.state_dict().items()},
    }


content = [
    case(3, 5, words=7, context=5, width=6, heads=2, layers=2),
    case(4, 3, words=8, context=6, width=8, heads=4, layers=1),
]
(here / "transformer.json").write_text(json.dumps(content, indent=2) + "\n")
