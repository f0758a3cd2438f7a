import torch
import torch.nn as nn
import torch.nn.functional as F


class Network(nn.Module):
    """A small residual network that tells four directions apart."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 8, 3, padding=1, bias=False)
        self.bn = nn.BatchNorm2d(8)
        self.conv1 = nn.Conv2d(8, 8, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(8)
        self.conv2 = nn.Conv2d(8, 8, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(8)
        self.pool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(8, 4)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = F.relu(self.bn(self.conv(x)))
        out = F.relu(self.bn1(self.conv1(x)))
        x = F.relu(x + self.bn2(self.conv2(out)))
        return self.fc(self.pool(x).flatten(1))


def magnitude_masks(model, fraction):
    """{name: mask} for the weights of all convolutions and linear
    layers, named and shaped as in model.named_parameters(). Over the
    whole network, a mask is 0 for the `fraction` of these weights
    that are closest to 0, and 1 for the others."""
    ...


def apply_masks(model, masks):
    """Sets weights with mask 0 to 0, and changes nothing else."""
    ...


def rewind(model, initial, masks):
    """Puts the model back to `initial`, with masked weights at 0."""
    ...


def masked_step(model, optimizer, masks):
    """One step of the optimiser; then masked weights are 0."""
    ...


def batch(size):
    """Noisy stripes of 8×8 values, and which direction they have."""
    labels = torch.randint(0, 4, (size,))
    directions = torch.tensor(
        [[1.0, 0.0], [0.0, 1.0], [0.7, 0.7], [0.7, -0.7]]
    )[labels]
    down = directions[:, 0].view(-1, 1, 1)
    across = directions[:, 1].view(-1, 1, 1)
    rows = torch.arange(8).float().view(1, 8, 1)
    columns = torch.arange(8).float().view(1, 1, 8)
    phases = 6.28 * torch.rand(size, 1, 1)
    place = down * rows + across * columns
    stripes = torch.sin(1.4 * place + phases)
    noise = torch.randn(size, 8, 8)
    return (stripes + noise).unsqueeze(1), labels


def train(model, masks, steps=60):
    """Trains on the same batches each time. Returns the accuracy
    on 500 new pictures."""
    torch.manual_seed(100)
    model.train()
    optimizer = torch.optim.SGD(
        model.parameters(), lr=0.05, momentum=0.9
    )
    for _ in range(steps):
        pictures, labels = batch(24)
        loss = F.cross_entropy(model(pictures), labels)
        optimizer.zero_grad()
        loss.backward()
        masked_step(model, optimizer, masks)
    model.eval()
    with torch.no_grad():
        pictures, labels = batch(500)
        answers = model(pictures).argmax(dim=1)
    return (answers == labels).float().mean().item()


def experiment(seed=0, fraction=0.9):
    torch.manual_seed(seed)
    model = Network()
    initial = {
        name: tensor.clone()
        for name, tensor in model.state_dict().items()
    }
    print(f"whole network: {train(model, {}):.1%}")

    masks = magnitude_masks(model, fraction)
    kept = int(sum(mask.sum().item() for mask in masks.values()))
    rewind(model, initial, masks)
    accuracy = train(model, masks)
    print(f"its ticket of {kept} weights: {accuracy:.1%}")

    torch.manual_seed(seed + 1000)
    another = Network()
    apply_masks(another, masks)
    accuracy = train(another, masks)
    print(f"the same masks on new first weights: {accuracy:.1%}")


if magnitude_masks(Network(), 0.5) is not None:
    experiment()
