import { useRef, useState } from 'react';
import { unbroken } from '../../lib/format.ts';
import type { Listing } from '../../contract/listing.ts';
import { FigureTools } from '../../figure/FigureTools.tsx';
import { fromQuery, oneOf, someOf, toQuery, type Fields } from '../../figure/link.ts';
import { Tabs } from '../../ui/controls/Tabs.tsx';
import { useLink } from '../../figure/useLink.ts';
import { Code } from './Code.tsx';
import { Drawing } from './Drawing.tsx';
import { describe, findParts, partIds, type PartId } from './parts.ts';

/** The state in a link. */
const fields: Fields<{ language: string; lit: PartId[] }> = {
  language: oneOf(['python', 'ts']),
  lit: someOf(partIds),
};

const names: Record<string, string> = { python: 'PyTorch', ts: 'TypeScript, as it runs here' };

interface Props {
  /** The same block in each language. */
  listings: Listing[];
}

/** A block's code beside its drawing: a line lights up what it makes, a part lights up its lines. */
export default function CodeAndDrawing({ listings }: Props) {
  const [language, setLanguage] = useState(listings[0]?.language ?? '');
  const [lit, setLit] = useState<PartId[]>([]);
  useLink('code-and-drawing', (query) => {
    const asked = fromQuery(query, { language, lit }, fields);
    setLanguage(asked.language);
    setLit(asked.lit);
  });
  return <CodeView {...{ listings, language, setLanguage, lit, setLit }} />;
}

interface ViewProps extends Props {
  language: string;
  setLanguage: (language: string) => void;
  lit: PartId[];
  setLit: (parts: PartId[]) => void;
}

/** The figure as it looks in a given state. */
export function CodeView({ listings, language, setLanguage, lit, setLit }: ViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div className="figure-frame code-and-drawing" ref={frame}>
      <h3 className="figure-title">Which line makes which part of the block?</h3>
      <div className="side-by-side">
        <Tabs
          label="The block in two languages"
          chosen={language}
          choose={setLanguage}
          tabs={listings.map((listing) => ({
            id: listing.language,
            label: names[listing.language] ?? listing.language,
            content: (
              <Code
                listing={listing}
                label={`The lines in ${names[listing.language]}`}
                parts={findParts(listing.lines.map((line) => line.map(([text]) => text).join('')))}
                lit={lit}
                setLit={setLit}
              />
            ),
          }))}
        />
        <Drawing language={language} lit={lit} setLit={setLit} />
        <p className="takeaway" data-takeaway="" aria-live="polite">
          {unbroken(describe(lit, language))}
        </p>
      </div>
      <FigureTools
        frame={frame}
        name="code-and-drawing"
        reset={() => setLit([])}
        link={{ query: toQuery({ language, lit }, { language: 'python', lit: [] }, fields) }}
        picture="drawing"
      />
    </div>
  );
}
