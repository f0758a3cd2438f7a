import { sumRadius, type Column, type Group } from './layOutStrip.ts';
import { Slab, extent } from './Slab.tsx';

/** A way through a block that is cut. */
export type Cut = 'branch' | 'shortcut' | undefined;

interface Props {
  group: Group;
  /** Pixels a side of the network's picture; null where the shapes are not known yet. */
  pixels: number | null;
  cutOf: (id: string) => Cut;
  isChosen: (id: string) => boolean;
}

const fc = { x: 52, size: 28 };

/** One stage of the strip, or its stem or head: slabs on a line, and an arch over every block. */
export function StripDrawing({ group, pixels, cutOf, isChosen }: Props) {
  const { id, name, width, height, columns, input } = group;
  const [first, middle] = [columns[0] as Column, height / 2];
  const isStage = first.arch !== undefined;
  const title = isStage ? id : '';
  return (
    <svg className="strip-drawing" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <g transform={`translate(0,${middle})`}>
        <path
          className="strip-line"
          d={`M${group.lineFrom} 0 H${id === 'head' ? width - 8 : width}`}
        />
        {id === 'head' && <path className="strip-arrow" d={`M${width - 9} -5 l8 5 l-8 5 z`} />}
        {input && (
          <>
            <Slab {...input} />
            <text x={extent(input)[0] / 2} y={height / 2 - 6}>
              {pixels ? `${pixels}×${pixels}×3` : ''}
            </text>
          </>
        )}
        {columns.map((column) => (
          <StripColumn
            key={column.part.id}
            column={column}
            cut={cutOf(column.part.id)}
            isChosen={isChosen(column.part.id)}
          />
        ))}
        {id === 'head' && (
          <g className="strip-fc">
            <rect x={fc.x} y={-fc.size / 2} width={fc.size} height={fc.size} rx="5" />
            <text x={fc.x + fc.size / 2} dy="0.34em">
              fc
            </text>
          </g>
        )}
        {(title || name) && (
          <text x={(isStage ? 8 : 0) + (width - (isStage ? 8 : 0)) / 2} y={first.nameY + 17}>
            {title && <tspan className="strip-title">{title}</tspan>}
            {title && pixels && ' '}
            {pixels && name}
          </text>
        )}
      </g>
    </svg>
  );
}

interface ColumnProps {
  column: Column;
  cut: Cut;
  isChosen: boolean;
}

function StripColumn({ column, cut, isChosen }: ColumnProps) {
  const { part, x, width, slabs, arch, nameY } = column;
  const block = part.id.split('.')[1];
  const name = block === undefined ? part.id : String(Number(block) + 1);
  const classes = ['strip-part', isChosen && 'chosen', cut && `cut-${cut}`].filter(Boolean);
  const [top, radius] = arch ? [-arch.rise, (arch.to - arch.from) / 2] : [0, 0];
  return (
    <g className={classes.join(' ')}>
      {arch && <path className="strip-branch" d={`M${arch.from} 0 H${arch.to}`} />}
      {slabs.map((slab, i) => (
        <Slab key={i} {...slab} />
      ))}
      {arch && (
        <>
          <path
            className={`strip-arch ${arch.projects ? 'projects' : ''}`.trimEnd()}
            d={`M${arch.from} 0 V${top + radius} a${radius} ${radius} 0 0 1 ${2 * radius} 0 V${-sumRadius}`}
          />
          {arch.projects && (
            <g
              className="strip-projection"
              transform={`translate(${(arch.from + arch.to) / 2},${top})`}
            >
              <rect x="-10" y="-9" width="20" height="18" rx="4" />
              <text dy="0.34em">W</text>
            </g>
          )}
          <g className="strip-sum" transform={`translate(${arch.to},0)`}>
            <circle r={sumRadius} />
            <path d="M-2.8 0 H2.8 M0 -2.8 V2.8" />
          </g>
        </>
      )}
      <text className="strip-name" x={x + width / 2} y={nameY}>
        {name}
      </text>
    </g>
  );
}
