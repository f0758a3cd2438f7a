def _judge(namespace):
    """What the checks find: their results in order, and the ids of known mistakes."""
    import sys

    checking = _checking()
    sys.modules['checking'] = checking
    _register_checks()
    return checking._judge(namespace)


def _sentences(result, mistakes):
    """What is wrong with the answer, in words."""
    named = [_MISTAKES[id] for id in mistakes if id in _MISTAKES]
    lines = [f'It looks like this mistake: {title}.\n{says}' for title, says in named]
    return '\n\n'.join([result['detail'], *lines])


def _tell(namespace):
    """Prints what the checks find."""
    results, mistakes = _judge(namespace)
    marks = {True: 'pass', False: 'FAIL', None: ' -- '}
    for result in results:
        print(f"{marks[result.get('passed')]}  {result['title']}")
    failing = [result for result in results if result.get('passed') is False]
    if failing:
        print(f'\n{failing[0]["title"]}:\n{_sentences(failing[0], mistakes)}')
    passed = sum(result.get('passed') is True for result in results)
    print(f'\n{passed} of {len(results)} checks pass.')
