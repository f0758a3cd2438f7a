import { CheckpointError, downloadAgain, quote, saveAgain } from '../checkpointError.ts';
import { maxOpcodes, maxPickleDepth } from '../limits.ts';
import { createPickleReader, type Fail } from './pickleReader.ts';

/** What the names in a pickle stand for: the only things it can bring about. */
export interface PickleNames {
  /**
   * What a global such as `collections.OrderedDict` stands for; undefined if it is not allowed. A Call may
   * be called by the pickle, anything else is only passed on.
   */
  global(name: string): unknown;
  /** What a persistent id refers to, outside of the pickle. */
  persistent(id: unknown, fail: Fail): unknown;
}

export type Call = (args: unknown[], fail: Fail) => unknown;

/** The opcodes that torch.save writes: protocol 2 without those that make instances of classes. */
const op = {
  mark: 0x28,
  emptyTuple: 0x29,
  stop: 0x2e,
  float: 0x47,
  int32: 0x4a,
  uint8: 0x4b,
  uint16: 0x4d,
  none: 0x4e,
  persistentId: 0x51,
  reduce: 0x52,
  unicode: 0x58,
  emptyList: 0x5d,
  append: 0x61,
  build: 0x62,
  global: 0x63,
  appends: 0x65,
  get: 0x68,
  longGet: 0x6a,
  put: 0x71,
  longPut: 0x72,
  setItem: 0x73,
  tuple: 0x74,
  setItems: 0x75,
  emptyDict: 0x7d,
  protocol: 0x80,
  tuple1: 0x85,
  tuple2: 0x86,
  tuple3: 0x87,
  true: 0x88,
  false: 0x89,
  long: 0x8a,
} as const;

/**
 * Reads one pickle of protocol 2 as torch.save writes it. Nothing is executed: `names` alone decides what
 * a pickle may refer to. Lists and tuples become arrays, dicts Maps, integers beyond 2⁵³ bigints.
 * @param start the byte of `bytes` where the pickle begins
 * @param where names the pickle in errors
 * @returns the value, and the byte after the pickle
 * @see CPython's Lib/pickletools.py for the opcodes, torch/_weights_only_unpickler.py for the idea
 * @throws CheckpointError naming the byte
 */
export function unpickle(
  bytes: Uint8Array,
  start: number,
  names: PickleNames,
  where: string,
): { value: unknown; end: number } {
  let opStart = start;
  const fail: Fail = (what, remedy = saveAgain) =>
    new CheckpointError(`${where}, byte ${opStart}: ${what}.`, remedy);
  const damaged = (what: string) => fail(what, downloadAgain);

  const read = createPickleReader(bytes, start, fail);
  const memo = new Map<number, unknown>();
  /** The stacks below each open mark. */
  const outer: unknown[][] = [];
  let stack: unknown[] = [];

  const popMany = (count: number) => {
    if (stack.length < count) throw damaged('too few values are on the stack');
    return stack.splice(stack.length - count);
  };
  const pop = () => {
    if (stack.length === 0) throw damaged('too few values are on the stack');
    return stack.pop();
  };
  const popMark = () => {
    const items = stack;
    const below = outer.pop();
    if (!below) throw damaged('there is no mark');
    stack = below;
    return items;
  };
  /** The list or dict that is to be filled: it stays on the stack. */
  const top = <T>(type: new () => T) => {
    const value = stack.at(-1);
    if (!(value instanceof type)) throw damaged(`the value below is not of type ${type.name}`);
    return value;
  };
  const append = (items: unknown[]) => {
    const list = top<unknown[]>(Array);
    for (const item of items) list.push(item);
  };
  const setItems = (items: unknown[]) => {
    const dict = top<Map<unknown, unknown>>(Map);
    if (items.length % 2 !== 0) throw damaged('a key has no value');
    for (let i = 0; i < items.length; i += 2) {
      const key = items[i];
      if (typeof key !== 'string' && typeof key !== 'number') {
        throw fail('a key is neither text nor number');
      }
      if (dict.has(key)) throw fail(`the key ${quote(`${key}`)} comes twice`);
      dict.set(key, items[i + 1]);
    }
  };
  const remember = (index: number) => {
    if (index >= maxOpcodes) throw fail(`the memo has no slot ${index}`);
    if (stack.length === 0) throw damaged('nothing is on the stack');
    memo.set(index, stack.at(-1));
  };
  const recall = (index: number) => {
    if (!memo.has(index)) throw damaged(`the memo has nothing at ${index}`);
    stack.push(memo.get(index));
  };

  for (let count = 0; count < maxOpcodes; count++) {
    opStart = read.position();
    const opcode = read.uint8();
    switch (opcode) {
      case op.protocol: {
        const protocol = read.uint8();
        if (protocol !== 2) throw fail(`it uses protocol ${protocol}, but PyTorch uses 2`);
        break;
      }
      case op.stop: {
        const value = pop();
        if (stack.length + outer.length > 0) throw damaged('values are left over');
        return { value, end: read.position() };
      }
      case op.mark:
        if (outer.length >= maxPickleDepth) throw fail(`more than ${maxPickleDepth} open marks`);
        outer.push(stack);
        stack = [];
        break;
      case op.none:
        stack.push(null);
        break;
      case op.true:
      case op.false:
        stack.push(opcode === op.true);
        break;
      case op.uint8:
        stack.push(read.uint8());
        break;
      case op.uint16:
        stack.push(read.uint16());
        break;
      case op.int32:
        stack.push(read.int32());
        break;
      case op.long:
        stack.push(read.long(read.uint8()));
        break;
      case op.float:
        stack.push(read.float64());
        break;
      case op.unicode:
        stack.push(read.text(read.uint32()));
        break;
      case op.emptyTuple:
      case op.emptyList:
        stack.push([]);
        break;
      case op.emptyDict:
        stack.push(new Map());
        break;
      case op.tuple: {
        const items = popMark();
        stack.push(items);
        break;
      }
      case op.tuple1:
      case op.tuple2:
      case op.tuple3:
        stack.push(popMany(opcode - op.tuple1 + 1));
        break;
      case op.append:
        append([pop()]);
        break;
      case op.appends:
        append(popMark());
        break;
      case op.setItem:
        setItems(popMany(2));
        break;
      case op.setItems:
        setItems(popMark());
        break;
      case op.put:
        remember(read.uint8());
        break;
      case op.longPut:
        remember(read.uint32());
        break;
      case op.get:
        recall(read.uint8());
        break;
      case op.longGet:
        recall(read.uint32());
        break;
      case op.global: {
        const name = `${read.line()}.${read.line()}`;
        const value = names.global(name);
        if (value === undefined)
          throw fail(`it refers to ${quote(name)}, which a checkpoint may not do`);
        stack.push(value);
        break;
      }
      case op.persistentId:
        stack.push(names.persistent(pop(), fail));
        break;
      case op.reduce: {
        const args = pop();
        const call = pop();
        if (typeof call !== 'function') throw fail('it calls something that is not a function');
        if (!Array.isArray(args)) throw damaged('the arguments of a call are not a tuple');
        stack.push((call as Call)(args, fail));
        break;
      }
      case op.build:
        // Attributes of a dict: torch.save keeps `_metadata`, versions of modules, on a state dict.
        pop();
        top(Map);
        break;
      default:
        throw fail(`torch.save never writes opcode 0x${opcode.toString(16)}`);
    }
  }
  throw fail(`more than ${maxOpcodes} instructions`);
}
