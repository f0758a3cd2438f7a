import { count, shapeText } from './describe.ts';
import type { Flow, Place, Shape } from './flow.ts';
import { layerText } from './layout.ts';
import type { BlockSettings } from './settings.ts';

const names: Record<Place, string> = {
  shortcut: 'shortcut',
  conv1: 'conv1, BN, ReLU',
  conv2: 'conv2, BN',
  sum: 'addition, ReLU',
};

/** Each step with the shape after it and its parameters, in the order in which they run. */
export function ShapeTable({ settings, flow }: { settings: BlockSettings; flow: Flow }) {
  return (
    <table>
      <caption>Shapes and parameters, in the order in which PyTorch runs the lines</caption>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">Set to</th>
          <th scope="col">Shape after it</th>
          <th scope="col">Parameters</th>
        </tr>
      </thead>
      <tbody>
        <Row name="input" text="" shape={flow.input} parameters={0} />
        {(Object.keys(names) as Place[]).map((place) => (
          <Row
            key={place}
            name={names[place]}
            text={layerText(place, settings, flow).join(', ')}
            shape={flow.steps[place].shape}
            parameters={flow.steps[place].parameters}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            All parameters
          </th>
          <td>{count(flow.parameters)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

interface RowProps {
  name: string;
  text: string;
  shape: Shape | undefined;
  parameters: number;
}

function Row({ name, text, shape, parameters }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{text}</td>
      <td>{shape ? shapeText(shape) : 'none'}</td>
      <td>{count(parameters)}</td>
    </tr>
  );
}
