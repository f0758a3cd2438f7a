import type { Table } from '../../figure/tools/table.ts';
import type { Callout } from '../../figure/frame/Takeaway.tsx';
import { grouped, millions, percent } from '../../lib/format.ts';
import { projects, shapeAfter, stageOf, total, type Part } from '../../ui/network/architecture.ts';
import { parts } from './network.ts';

/** What comes out of a part, in the order of the lesson's table: height, width, channels. */
function shapeText(part: Part): string {
  const { side, channels } = shapeAfter(part);
  return part.id === 'head' ? `${grouped(channels)} scores` : `${side}×${side}×${channels}`;
}

/** The numbers of a part, such as `28×28×128`, `230,144 parameters`. */
export function facts(part: Part): string[] {
  const { parameters, multiplyAdds } = total(part.rows);
  return [
    shapeText(part),
    `${grouped(parameters)} parameters`,
    `${millions(multiplyAdds)} multiply-adds`,
    ...(projects(part) ? ['its shortcut is a projection'] : []),
  ];
}

/** Where the parameters are, and where the work is. */
export function takeaway(): Callout {
  const all = total(parts.flatMap(({ rows }) => rows));
  const last = total(parts.filter((part) => stageOf(part) === 3).flatMap(({ rows }) => rows));
  const text = [
    `Of the network’s ${grouped(all.parameters)} parameters, stage 4 holds ${percent(last.parameters / all.parameters)}.`,
    `Of its ${(all.multiplyAdds / 1e9).toFixed(2)} billion multiply-adds, it does only ${percent(last.multiplyAdds / all.multiplyAdds)}.`,
  ].join(' ');
  return { key: percent(last.parameters / all.parameters), kind: 'residual', text };
}

/** A row a part. */
export function table(): Table {
  const all = total(parts.flatMap(({ rows }) => rows));
  return {
    caption: 'The parts of ResNet-34, for a picture of 224×224 pixels and 1,000 classes',
    head: ['Part', 'Output', 'Parameters', 'Multiply-adds'],
    rows: [
      ...parts.map((part) => {
        const { parameters, multiplyAdds } = total(part.rows);
        return [part.title, shapeText(part), parameters, multiplyAdds];
      }),
      ['All', '', all.parameters, all.multiplyAdds],
    ],
    show: [undefined, undefined, grouped, grouped],
  };
}
