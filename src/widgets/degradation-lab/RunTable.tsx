import { percentExact } from '../../lib/format.ts';
import type { RunRecord } from '../../contract/runRecord.ts';
import { smoothingWindow, testErrorAt, trainErrorAt } from './curves.ts';

/** The numbers of the curves: a row for each measurement of test error and for the last step. */
export function RunTable({ record }: { record: RunRecord }) {
  const { networks, step: last } = record;
  const measured = networks.flatMap(({ testErrors }) => testErrors.map(({ step }) => step));
  const steps = [...new Set([...measured, last])].filter((step) => step > 0).sort((a, b) => a - b);
  const cell = (error: number | undefined) => (error === undefined ? '–' : percentExact(error));
  return (
    <table>
      <caption>
        Training error is the mean of the last {smoothingWindow} batches; test error is measured on{' '}
        {record.settings.testPictures} pictures that no network was trained on.
      </caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            Step
          </th>
          {networks.map(({ id, kind }) => (
            <th scope="colgroup" colSpan={2} key={id} className={`c-${kind}`}>
              {id}
            </th>
          ))}
        </tr>
        <tr>
          {networks.flatMap(({ id }) => [
            <th scope="col" key={`${id} train`}>
              training
            </th>,
            <th scope="col" key={`${id} test`}>
              test
            </th>,
          ])}
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step}>
            <th scope="row">{step}</th>
            {networks.flatMap((network) => [
              <td key={`${network.id} train`}>{cell(trainErrorAt(network, step))}</td>,
              <td key={`${network.id} test`}>{cell(testErrorAt(network, step))}</td>,
            ])}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
