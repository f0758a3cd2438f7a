import type { NetworkConfig } from '../../../contract/runConfig.ts';
import { percent, unbroken } from '../../../lib/format.ts';
import { chance, lesionSummary } from './describe.ts';
import type { Answers } from './trainedStore.ts';

interface Props {
  networks: readonly NetworkConfig[];
  answers: Record<string, Answers>;
}

/** Within so much of guessing, a network has little to lose. */
const little = 0.1;

/** What removing one block does to each network of the run, as far as it was opened. */
export function LesionSummary({ networks, answers }: Props) {
  const rows = networks.map((network) => ({
    network,
    summary: lesionSummary(network, answers[network.id]),
  }));
  const near = rows.flatMap(({ network, summary }) =>
    summary && chance - summary.whole < little ? [network.id] : [],
  );
  const cell = (error: number | undefined) =>
    error === undefined ? '–' : unbroken(percent(error));
  return (
    <>
      <table className="lesion-summary">
        <caption className="visually-hidden">Test errors of the networks that were opened</caption>
        <thead>
          <tr>
            <th scope="col">Test error</th>
            <th scope="col">whole</th>
            <th scope="col">one block removed: median</th>
            <th scope="col">at worst</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ network: { id, kind }, summary }) => (
            <tr key={id}>
              <th scope="row" className={`c-${kind}`}>
                {id}
              </th>
              <td>{cell(summary?.whole)}</td>
              <td>{cell(summary?.middle)}</td>
              <td>{cell(summary?.worst)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="fine">
        {near.length > 0 &&
          `Little better than guessing, and so with little to lose: ${near.join(', ')}.`}
      </p>
    </>
  );
}
