import { call, dict, global, int, long, pickle, tensor, text, tuple } from './writePickle.ts';

/** Pickles that must be refused, whatever file they come in, with what the error has to name. */
export const badPickles: [string, string, RegExp][] = [
  ...codeCarrying(),
  ...outOfShape(),
  ...outOfRange(),
  ...tooMuch(),
];

function codeCarrying(): [string, string, RegExp][] {
  const names: [string, string][] = [
    ['os', 'system'],
    ['posix', 'system'],
    ['builtins', 'eval'],
    ['builtins', 'exec'],
    ['__builtin__', 'getattr'],
    ['subprocess', 'Popen'],
    ['importlib', 'import_module'],
    ['torch', 'load'],
    ['torch.storage', '_load_from_bytes'],
    ['torch._utils', '__proto__'],
    ['Object', 'constructor'],
    ['collections', 'OrderedDict.__init__'],
  ];
  const called = names.map(([module, name]): [string, string, RegExp] => [
    `calls ${module}.${name}`,
    pickle(dict(text('fc.weight'), call(module, name, text('echo reached')))),
    new RegExp(`byte \\d+: it refers to "${module}\\.${name.replaceAll('.', '\\.')}"`),
  ]);
  return [
    ...called,
    ['calls a storage type', pickle(`${global('torch', 'FloatStorage')})R`), /not a function/],
    ['calls a text', pickle(`${text('eval')}${tuple(text('1'))}R`), /not a function/],
    ['calls a dict', pickle('})R'), /not a function/],
    [
      'calls with a dict for arguments',
      pickle(`${global('collections', 'OrderedDict')}}R`),
      /tuple/,
    ],
    ['makes an instance (NEWOBJ)', pickle(`${global('collections', 'OrderedDict')})\x81`), /0x81/],
    ['makes an instance (INST)', pickle(`(${text('ls')}ios\nsystem\n`), /0x69/],
    ['makes an instance (OBJ)', pickle(`(${global('collections', 'OrderedDict')}o`), /0x6f/],
    ['names a global from the stack', pickle(`${text('os')}${text('system')}\x93`), /"os\.system"/],
    ['uses the registry of extensions', pickle('\x82\x01'), /0x82/],
    ['is of protocol 6', '\x80\x06}.', /protocol 6/],
    ['sets attributes of a tensor', pickle(`${tensor()}}b`), /not of type Map/],
    [
      'sets attributes of a type',
      pickle(`${global('torch', 'FloatStorage')}}b`),
      /not of type Map/,
    ],
    ['has a text for a persistent id', pickle(`${text('storage')}Q`), /persistent id/],
    ['has a number for a persistent id', pickle(`${int(7)}Q`), /persistent id/],
    ['has a dict for a persistent id', pickle('}Q'), /persistent id/],
    ['refers to source code', pickle(`${tuple(text('module'), text('a'))}Q`), /persistent id/],
    [
      'has a storage of a type that is a text',
      pickle(`${tuple(text('storage'), text('torch.FloatStorage'), text('0'), text(''), int(4))}Q`),
      /persistent id/,
    ],
  ];
}

function outOfShape(): [string, string, RegExp][] {
  const weights = (...items: string[]) => pickle(dict(...items));
  return [
    ['holds a number', pickle(int(7)), /does not hold a dict of tensors/],
    ['holds a tensor alone', pickle(tensor()), /does not hold a dict of tensors/],
    ['holds a list that holds itself', pickle(']q\x00h\x00a'), /does not hold a dict of tensors/],
    ['holds nothing under a key', weights(text('a'), 'N'), /"a" is not a tensor/],
    [
      'holds itself as its state dict',
      pickle(`}q\x00${text('state_dict')}h\x00s`),
      /"state_dict" is not a tensor/,
    ],
    ['holds a text', weights(text('fc.weight'), text('0.5')), /"fc.weight" is not a tensor/],
    ['has a number for a key', weights(int(1), tensor()), /"1" is not a tensor/],
    ['has a dict for a key', weights('}', tensor()), /neither text nor number/],
    ['has a key twice', weights(text('a'), tensor(), text('a'), tensor()), /"a" comes twice/],
    ['has a key without a value', weights(text('a')), /no value/],
    ['sets items of a number', pickle(`${int(1)}(${text('a')}Nu`), /not of type Map/],
    ['appends to a dict', pickle('}Na'), /not of type Array/],
    ['pops from an empty stack', pickle(''), /too few values/],
    ['closes a mark that is none', pickle('t'), /no mark/],
    ['remembers nothing', pickle('q\x00'), /nothing is on the stack/],
    ['recalls what it never had', pickle('h\x09'), /nothing at 9/],
    ['leaves values over', pickle('NN'), /left over/],
    ['leaves a mark open', pickle('(N'), /left over/],
    ['has no end', '\x80\x02}', /cut short|left over/],
    ['has a text that is no UTF-8', pickle(text('\xff\xfe')), /UTF-8/],
    ['has a global without an end', `\x80\x02c${'o'.repeat(50)}`, /cut short/],
    [
      'has OrderedDict with arguments',
      pickle(call('collections', 'OrderedDict', ']')),
      /arguments/,
    ],
    ['holds integers', weights(text('a'), tensor({ type: 'IntStorage' })), /"a" holds I32/],
    [
      'has a Parameter of nothing',
      pickle(call('torch._utils', '_rebuild_parameter', 'N', '\x88', 'N')),
      /no tensor/,
    ],
    [
      'has a tensor of no storage',
      pickle(call('torch._utils', '_rebuild_tensor_v2', 'N', int(0), ')', ')', '\x89', 'N')),
      /no storage/,
    ],
  ];
}

function outOfRange(): [string, string, RegExp][] {
  const one = (parts: Parameters<typeof tensor>[0]) => pickle(dict(text('a'), tensor(parts)));
  const huge = long(2n ** 50n);
  const sizes = (...items: string[]) => tuple(...items);
  return [
    ['begins before its storage', one({ offset: int(-1) }), /"0".*offset/],
    [
      'begins after its storage',
      one({ offset: int(1) }),
      /reaches element 4, but the storage has 4,/,
    ],
    ['begins at a fraction', one({ offset: 'G?\xe0\0\0\0\0\0\0' }), /offset/],
    [
      'strides out of its storage',
      one({ strides: sizes(int(3), int(1)) }),
      /element 4, but the storage has 4,/,
    ],
    [
      'strides far out',
      one({ strides: sizes(huge, huge) }),
      /reaches element \d+, but the storage has 4,/,
    ],
    ['strides backwards', one({ strides: sizes(int(-2), int(1)) }), /strides/],
    ['has fewer strides than axes', one({ strides: sizes(int(1)) }), /strides/],
    ['has a dict for strides', one({ strides: '}' }), /strides/],
    ['has a negative size', one({ shape: sizes(int(-2), int(-2)) }), /an impossible shape/],
    ['has a text for a size', one({ shape: sizes(text('2'), int(2)) }), /an impossible shape/],
    [
      'has nine axes',
      one({ shape: sizes(...Array<string>(9).fill(int(1))) }),
      /an impossible shape/,
    ],
    ['has 2¹⁰⁰ elements', one({ shape: sizes(huge, huge) }), /claims 1\.26/],
    [
      'repeats a small storage',
      one({ shape: sizes(int(8000), int(8000)), strides: sizes(int(0), int(0)) }),
      /64000000 elements, but the storage has 4/,
    ],
    ['claims a storage of -4', one({ elements: int(-4) }), /"0" has an impossible size/],
    ['claims a larger storage', one({ elements: int(1_000_000) }), /0" has 16 bytes/],
    ['claims a storage of 2⁵⁰', one({ elements: huge }), /0" has 16 bytes/],
    ['claims another type', one({ type: 'DoubleStorage' }), /F64|past the end of the file/],
    [
      'names a storage that is not there',
      one({ key: '7' }),
      /data\/7" is missing|"0", which no tensor uses/,
    ],
    [
      'names a storage outside',
      one({ key: '../version' }),
      /"archive\/data\/..\/version" is missing|"0", which no tensor uses/,
    ],
  ];
}

function tooMuch(): [string, string, RegExp][] {
  const many = 500_000;
  return [
    ['opens 2,000 marks', pickle('('.repeat(2000)), /more than 1000 open marks/],
    [
      'nests 150,000 lists',
      pickle(`${']'.repeat(150_000)}${'a'.repeat(149_999)}`),
      /does not hold a dict of tensors/,
    ],
    ['has half a million instructions', pickle(']'.repeat(many)), /more than 400000 instructions/],
    ['loops through tuples', pickle(`)${'\x85'.repeat(many)}`), /more than 400000 instructions/],
    ['has a memo of 4 billion', pickle('}r\xff\xff\xff\xff'), /no slot 4294967295/],
    ['has a text of 4 GB', pickle('X\xff\xff\xff\xff'), /cut short/],
    ['has an integer of 255 bytes', pickle(long(-1n, 255)), /255 bytes/],
    [
      'doubles a tuple sixty times',
      pickle(`)${Array.from({ length: 60 }, () => 'q\x00h\x00\x86').join('')}`),
      /does not hold a dict of tensors/,
    ],
    [
      'has a shape of 100,000 sizes, a thousand times',
      pickle(
        `](${'K\x01'.repeat(100_000)}eq\x01${dict(
          ...Array.from({ length: 1000 }, (_, i) => [
            text(`t${i}`),
            tensor({ shape: tuple(int(2), int(2)), strides: 'h\x01' }),
          ]).flat(),
        )}`,
      ),
      /strides/,
    ],
  ];
}
