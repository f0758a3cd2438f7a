import type { CSSProperties } from 'react';
import type { NetworkConfig } from '../../../contract/runConfig.ts';
import { cifarClasses, type Sorted } from '../../../contract/trainedNetwork.ts';
import { percent, unbroken } from '../../../lib/format.ts';
import { confusion, errorOf } from './describe.ts';

interface Props {
  network: NetworkConfig;
  sorted: Sorted | null;
  pictures: number;
}

/** How pictures of each class were sorted: what is in them down the side, the first guess along the top. */
export function ConfusionTable({ network, sorted, pictures }: Props) {
  const counts = sorted && confusion(sorted);
  return (
    <>
      <p className="fine">
        {unbroken(
          `${pictures} test pictures${sorted ? `, ${percent(errorOf(sorted))} test error` : ''}: a row for each class, a column for each first guess.`,
        )}
      </p>
      <div
        className="table-holder"
        tabIndex={0}
        role="region"
        aria-label={`How ${network.id} sorts the test pictures`}
      >
        <table className={`confusion ${network.kind}`}>
          <thead>
            <tr>
              <td />
              {cifarClasses.map((name) => (
                <th key={name} scope="col">
                  <span>{name}</span>
                </th>
              ))}
              <th scope="col">
                <span>error</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {cifarClasses.map((name, label) => {
              const row = counts?.[label];
              const total = row?.reduce((sum, count) => sum + count, 0) ?? 0;
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {cifarClasses.map((guess, column) => {
                    const count = row?.[column] ?? 0;
                    return (
                      <td
                        key={guess}
                        className={column === label ? 'right' : undefined}
                        style={{ '--share': total > 0 ? count / total : 0 } as CSSProperties}
                      >
                        {count > 0 ? count : ''}
                      </td>
                    );
                  })}
                  <td className="class-error">
                    {row && total > 0 ? unbroken(percent(1 - (row[label] ?? 0) / total)) : ''}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
