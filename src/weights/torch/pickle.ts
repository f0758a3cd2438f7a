import { CheckpointError, downloadAgain, quote, saveAgain } from '../checkpointError.ts';
import { maxOpcodes, maxPickleDepth } from '../limits.ts';
import { Opaque } from './opaque.ts';
import { op } from './opcodes.ts';
import { createPickleReader, type Fail } from './pickleReader.ts';

/** What the names in a pickle stand for: the only things it can bring about. */
export interface PickleNames {
  /**
   * What a global such as `collections.OrderedDict` stands for; undefined makes it an Opaque. A Call may be
   * called by the pickle, anything else is only passed on.
   */
  global(name: string): unknown;
  /** What a persistent id refers to, outside of the pickle. */
  persistent(id: unknown, fail: Fail): unknown;
}

export type Call = (args: unknown[], fail: Fail) => unknown;

/**
 * Reads one pickle of protocol 2, as torch.save writes it, to 5. Nothing is executed: `names` alone decides
 * what a pickle may refer to, and all else becomes an Opaque, of which nothing is made. Lists and tuples become
 * arrays, dicts Maps, integers beyond 2⁵³ bigints, sets Opaques.
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
  /** The list or dict that is to be filled, which stays on the stack; undefined for one that is passed over. */
  const top = <T>(type: new () => T) => {
    const value = stack.at(-1);
    if (value instanceof Opaque) return undefined;
    if (!(value instanceof type)) throw damaged(`the value below is not of type ${type.name}`);
    return value;
  };
  const opaque = (name: string) => new Opaque(name, `${where}, byte ${opStart}`);
  const refer = (name: string) => names.global(name) ?? opaque(name);
  /** What a call of an unknown function, or an instance of an unknown class, is. */
  const instance = (type: unknown) => {
    if (type instanceof Opaque) return type;
    throw fail(
      `opcode 0x${bytes[opStart]?.toString(16)} makes an instance of something that is not a class`,
    );
  };
  const append = (items: unknown[]) => {
    const list = top<unknown[]>(Array);
    if (list) for (const item of items) list.push(item);
  };
  const setItems = (items: unknown[]) => {
    const dict = top<Map<unknown, unknown>>(Map);
    if (items.length % 2 !== 0) throw damaged('a key has no value');
    for (let i = 0; dict && i < items.length; i += 2) {
      const key = items[i];
      if (key instanceof Map) throw fail('a key is neither text nor number');
      if (dict.has(key)) throw fail(`the key ${quote(String(key))} comes twice`);
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
        if (protocol < 2 || protocol > 5) {
          throw fail(`it uses protocol ${protocol}, but this page reads 2 to 5`);
        }
        break;
      }
      case op.stop: {
        const value = pop();
        if (stack.length + outer.length > 0) throw damaged('values are left over');
        return { value, end: read.position() };
      }
      case op.frame:
        // Its length only helps who reads from a stream.
        read.uint64();
        break;
      case op.pop:
        if (stack.length > 0) stack.pop();
        else popMark();
        break;
      case op.popMark:
        popMark();
        break;
      case op.duplicate:
        if (stack.length === 0) throw damaged('nothing is on the stack');
        stack.push(stack.at(-1));
        break;
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
      case op.longLong:
        stack.push(read.long(read.uint32()));
        break;
      case op.float:
        stack.push(read.float64());
        break;
      case op.unicode:
        stack.push(read.text(read.uint32()));
        break;
      case op.shortUnicode:
        stack.push(read.text(read.uint8()));
        break;
      case op.longUnicode:
        stack.push(read.text(read.uint64()));
        break;
      case op.string:
        stack.push(read.latin1(read.uint32()));
        break;
      case op.shortString:
        stack.push(read.latin1(read.uint8()));
        break;
      case op.bytes:
        stack.push(read.bytes(read.uint32()));
        break;
      case op.shortBytes:
        stack.push(read.bytes(read.uint8()));
        break;
      case op.longBytes:
      case op.byteArray:
        stack.push(read.bytes(read.uint64()));
        break;
      case op.emptySet:
        stack.push(opaque('builtins.set'));
        break;
      case op.addItems:
        popMark();
        if (!(stack.at(-1) instanceof Opaque)) throw damaged('the value below is not a set');
        break;
      case op.frozenSet:
        popMark();
        stack.push(opaque('builtins.frozenset'));
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
      case op.memoize:
        remember(memo.size);
        break;
      case op.get:
        recall(read.uint8());
        break;
      case op.longGet:
        recall(read.uint32());
        break;
      case op.global:
        stack.push(refer(`${read.line()}.${read.line()}`));
        break;
      case op.stackGlobal: {
        const name = pop();
        const module = pop();
        if (typeof module !== 'string' || typeof name !== 'string') {
          throw damaged('a global has no name');
        }
        stack.push(refer(`${module}.${name}`));
        break;
      }
      case op.persistentId:
        stack.push(names.persistent(pop(), fail));
        break;
      case op.reduce: {
        const args = pop();
        const call = pop();
        if (typeof call !== 'function' && !(call instanceof Opaque)) {
          throw fail('it calls something that is not a function');
        }
        if (!Array.isArray(args)) throw damaged('the arguments of a call are not a tuple');
        stack.push(call instanceof Opaque ? call : (call as Call)(args, fail));
        break;
      }
      case op.newObject:
        pop();
        stack.push(instance(pop()));
        break;
      case op.newObjectEx:
        popMany(2);
        stack.push(instance(pop()));
        break;
      case op.build:
        // Attributes of a dict or an Opaque: torch.save keeps `_metadata` on a state dict.
        pop();
        top(Map);
        break;
      default:
        throw fail(`torch.save never writes opcode 0x${opcode.toString(16)}`);
    }
  }
  throw fail(`more than ${maxOpcodes} instructions`);
}
