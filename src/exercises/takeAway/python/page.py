def _install_page(site):
    """Makes the module `page`, which Python has only inside the chapter: its photographs, from the chapter's site.

    The network is torchvision's own, trained on ImageNet's 1,000 classes. The first use downloads its weights
    (83 MB), which torchvision keeps. Without a network connection there is a replacement for both, and a line
    says so: weights drawn at random, which are mapped and verified like trained ones, and a picture of noise.
    """
    import sys
    import types
    import urllib.request

    import torch
    import torchvision

    files = {'cat': 'chelsea.png', 'coffee': 'coffee.png', 'rocket': 'rocket.jpg'}
    trained = torchvision.models.resnet34

    def pictures():
        return sorted(files)

    def picture(name, normalised=True):
        """A photograph as torchvision's network expects it: [1, 3, 224, 224]."""
        if name not in files:
            raise ValueError(f'there is no picture {name!r}: there are {", ".join(pictures())}')
        try:
            with urllib.request.urlopen(f'{site}samples/{files[name]}', timeout=20) as reply:
                content = reply.read()
        except OSError as error:
            print(f'The photograph cannot be downloaded ({error}): here is noise instead.')
            return torch.randn(1, 3, 224, 224)
        return prepare(content, normalised)

    def prepare(content, normalised):
        import io

        from PIL import Image
        from torchvision.transforms import functional

        with Image.open(io.BytesIO(content)) as image:
            crop = functional.center_crop(functional.resize(image.convert('RGB'), 256), 224)
        x = functional.to_tensor(crop)[None]
        mean, std = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]
        return functional.normalize(x, mean, std) if normalised else x

    def resnet34(*arguments, **options):
        try:
            return trained(*arguments, **options)
        except OSError as error:
            print(f'The weights cannot be downloaded ({error}): these are random ones.')
            return random_network()

    def random_network():
        """The same for each call; none of its batch norms has the values that a new one has."""
        with torch.random.fork_rng(devices=[]), torch.no_grad():
            torch.manual_seed(0)
            network = trained()
            for values in network.state_dict().values():
                if values.dim() == 1:
                    values.uniform_(0.5, 1.5)
        return network

    torchvision.models.resnet34 = resnet34
    page = types.ModuleType('page')
    page.picture, page.pictures = picture, pictures
    sys.modules['page'] = page
