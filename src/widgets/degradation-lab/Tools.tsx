import { useState, type RefObject } from 'react';
import type { RunRecord } from '../../lib/runRecord.ts';
import { saveText } from '../../ui/save.ts';
import { saveDrawings } from '../../ui/saveSvg.ts';
import { toCsv } from './csv.ts';
import { toQuery } from './linkState.ts';
import { RunTable } from './RunTable.tsx';
import type { LabSettings } from './settings.ts';

interface ToolsProps {
  settings: LabSettings;
  record: RunRecord | undefined;
  /** The record grows many times a second: what is folded away is not drawn. */
  running: boolean;
  frame: RefObject<HTMLDivElement | null>;
}

/** The quiet row: numbers, full screen, link, downloads. */
export function Tools({ settings, record, running, frame }: ToolsProps) {
  const [shared, setShared] = useState({ query: '', copied: false });
  const [tableOpen, setTableOpen] = useState(false);
  const query = toQuery(settings);
  const copyLink = async () => {
    const url = new URL(location.href);
    url.search = query;
    url.hash = 'degradation-lab';
    history.replaceState(null, '', url);
    // Without a secure connection there is no clipboard; the reader may also forbid it.
    const copying = navigator.clipboard?.writeText(url.href) ?? Promise.reject();
    const copied = await copying.then(
      () => true,
      () => false,
    );
    setShared({ query, copied });
  };
  const linkNote = shared.copied ? 'Link copied' : 'Link is in the address bar';
  return (
    <div className="tools">
      <div className="tool-buttons">
        <button type="button" onClick={() => void frame.current?.requestFullscreen()}>
          Full screen
        </button>
        <button type="button" onClick={() => void copyLink()}>
          {shared.query === query ? linkNote : 'Copy link'}
        </button>
        {record && record.step > 0 && (
          <>
            <button
              type="button"
              onClick={() => saveText('degradation-lab.csv', 'text/csv', toCsv(record))}
            >
              Download CSV
            </button>
            <button
              type="button"
              onClick={() => frame.current && saveDrawings(frame.current, 'degradation-lab.svg')}
            >
              Download SVG
            </button>
          </>
        )}
      </div>
      <details onToggle={({ currentTarget }) => setTableOpen(currentTarget.open)}>
        <summary>Data table</summary>
        {(tableOpen || !running) && <Numbers record={record} />}
      </details>
    </div>
  );
}

function Numbers({ record }: { record: RunRecord | undefined }) {
  return record && record.step > 0 ? <RunTable record={record} /> : <p>No numbers yet.</p>;
}
