from torchCases.snippets import cells, lines, product

cases = [
    *product(
        "logits = wave(4, 3).requires_grad_()\nloss = F.cross_entropy(logits, torch.tensor([0, 2, 1, 1])<with>)\nloss.sum().backward()\nloss, logits.grad",
        **{"with": ["", ", reduction='sum'", ", reduction='none'", ", label_smoothing=0.1", ", weight=torch.tensor([1., 2., 0.5])", ", ignore_index=1"]},
    ),
    *product(
        "x = wave(2, 3).requires_grad_()\nloss = <loss>\nloss.sum().backward()\nloss, x.grad",
        loss=[
            "F.mse_loss(x, torch.zeros(2, 3))", "F.mse_loss(x, torch.ones(2, 3), reduction='sum')", "F.mse_loss(x, torch.ones(2, 3), reduction='none')", "nn.MSELoss()(x, torch.ones(2, 3))", "F.l1_loss(x, torch.zeros(2, 3))", "nn.L1Loss()(x, torch.ones(2, 3))",
            "F.nll_loss(F.log_softmax(x, dim=1), torch.tensor([0, 2]))", "nn.NLLLoss()(x.log_softmax(1), torch.tensor([1, 1]))", "nn.CrossEntropyLoss()(x, torch.tensor([2, 0]))", "nn.CrossEntropyLoss(label_smoothing=0.2)(x, torch.tensor([2, 0]))",
            "F.binary_cross_entropy_with_logits(x, torch.ones(2, 3))", "nn.BCEWithLogitsLoss()(x, torch.zeros(2, 3))", "F.binary_cross_entropy(torch.sigmoid(x), torch.ones(2, 3))", "F.cross_entropy(x, torch.tensor([[0., 0.5, 0.5], [1., 0., 0.]]))", "F.smooth_l1_loss(x, torch.ones(2, 3))",
            "-x.log_softmax(1)[torch.arange(2), torch.tensor([0, 1])].mean()", "((x - 1) ** 2).mean()", "nn.CrossEntropyLoss(reduction='sum')(x, torch.tensor([2, 0]))",
        ],
    ),
    *lines("""
F.cross_entropy(torch.zeros(2, 10), torch.tensor([3, 4]))
F.cross_entropy(wave(3), torch.tensor(1))
F.cross_entropy(wave(2, 3, 2, 2), torch.zeros(2, 2, 2, dtype=torch.long))
F.cross_entropy(torch.tensor([[1000., 0.]]), torch.tensor([1]))
F.cross_entropy(wave(2, 3), torch.tensor([0, 3]))
F.cross_entropy(wave(2, 3), torch.tensor([0, 1, 2]))
F.cross_entropy(wave(2, 3), torch.tensor([0., 1.]))
F.cross_entropy(wave(2, 3), torch.tensor([0, 1], dtype=torch.float64))
F.cross_entropy(wave(2, 3), [0, 1])
F.cross_entropy(wave(2, 3), torch.tensor([0, -1]))
F.mse_loss(wave(2, 3), wave(2, 4))
F.mse_loss(wave(2, 3), wave(3))
F.cross_entropy(wave(2, 3), torch.tensor([0, 1]), reduction='average')
nn.CrossEntropyLoss()(torch.tensor([0, 1]), wave(2, 3))
F.cross_entropy(wave(0, 3), torch.zeros(0, dtype=torch.long))
"""),
    *cells("""
        criterion = nn.CrossEntropyLoss()
        logits = wave(4, 10)
        labels = torch.tensor([1, 5, 9, 0])
        loss = criterion(logits, labels)
        round(loss.item(), 4)
        # %%
        logits = wave(4, 10)
        labels = torch.tensor([1, 5, 9, 0])
        torch.allclose(F.cross_entropy(logits, labels), F.nll_loss(logits.log_softmax(1), labels))
    """),
]
