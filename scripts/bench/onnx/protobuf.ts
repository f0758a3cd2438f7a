/** A field of a message on the wire; fields of one message are written one after the other. */
export type Field = Uint8Array[];

/**
 * An integer from 0 to 2⁵³.
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export function int(field: number, value: number): Field {
  return [varint(field * 8), varint(value)];
}

export function text(field: number, value: string): Field {
  return bytes(field, Buffer.from(value));
}

export function bytes(field: number, content: Uint8Array): Field {
  return [varint(field * 8 + 2), varint(content.length), content];
}

/** A message within a message. */
export function message(field: number, ...fields: Field[]): Field {
  const content = fields.flat();
  const length = content.reduce((sum, part) => sum + part.length, 0);
  return [varint(field * 8 + 2), varint(length), ...content];
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. */
function varint(value: number): Uint8Array {
  const groups: number[] = [];
  for (let rest = value; rest > 0 || groups.length === 0; rest = Math.floor(rest / 128)) {
    if (groups.length > 0) groups.push(groups.pop()! | 128);
    groups.push(rest % 128);
  }
  return Uint8Array.from(groups);
}
