import type { PictureProps } from '../../figure/defineFigure.tsx';
import { total, type Part } from '../../ui/network/architecture.ts';
import { NetworkStrip } from '../../ui/network/NetworkStrip.tsx';
import { facts } from './describe.ts';
import { parts, pixels } from './network.ts';
import type { StripSettings } from './settings.ts';

const counts = ['parameters', 'multiplyAdds'] as const;
const most = Object.fromEntries(
  counts.map((count) => [count, Math.max(...parts.map(({ rows }) => total(rows)[count]))]),
) as Record<(typeof counts)[number], number>;

/** The network to scale, below every part its share of the parameters and of the work, and one part in numbers. */
export function Picture({ settings, change }: PictureProps<StripSettings>) {
  const part = parts.find(({ id }) => id === settings.part) as Part;
  const [first, ...rest] = facts(part);
  return (
    <>
      <NetworkStrip
        parts={parts}
        pixels={pixels}
        withInput
        label="ResNet-34, from picture to scores"
        chosen={settings.part}
        choose={(id) => change({ part: id })}
        hovers
        nameOf={(one) => `${one.title}: ${facts(one).join(', ')}`}
        under={(one) => <Bars part={one} />}
      />
      <p className="readout">
        <b>{part.title}</b> <span>{first}</span>{' '}
        {rest.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
    </>
  );
}

const names = { parameters: 'parameters', multiplyAdds: 'multiply-adds' };

/** How much of the network's parameters and of its work a part has, as two bars; the first part names them. */
function Bars({ part }: { part: Part }) {
  const has = total(part.rows);
  return (
    <div className="bars">
      {counts.map((count) => (
        <div key={count}>
          {part === parts[0] && <span className="bar-name">{names[count]}</span>}
          <span className="bar" style={{ height: `${(100 * has[count]) / most[count]}%` }} />
        </div>
      ))}
    </div>
  );
}
