import { useRef, useState } from 'react';
import type { Listing } from '../../lib/listing.ts';
import { FigureTools } from '../../ui/FigureTools.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Code } from './Code.tsx';
import { Drawing } from './Drawing.tsx';
import { describe, findParts, type PartId } from './parts.ts';

const names: Record<string, string> = { python: 'PyTorch', ts: 'TypeScript, as it runs here' };

interface Props {
  /** The same block in each language. */
  listings: Listing[];
}

/** A block's code beside its drawing: a line lights up what it makes, a part lights up its lines. */
export default function CodeAndDrawing({ listings }: Props) {
  const [language, setLanguage] = useState(listings[0]?.language ?? '');
  const [lit, setLit] = useState<PartId[]>([]);
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
          {describe(lit, language)}
        </p>
      </div>
      <FigureTools frame={frame} reset={() => setLit([])} />
    </div>
  );
}
