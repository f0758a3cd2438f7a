import type { Listing } from '../../contract/listing.ts';
import type { PictureProps } from '../../figure/defineFigure.tsx';
import { unbroken } from '../../lib/format.ts';
import { FlowFrame } from '../../ui/network/Flow.tsx';
import { Tabs } from '../../ui/controls/Tabs.tsx';
import { Code } from './Code.tsx';
import { Drawing, SmallDrawing } from './Drawing.tsx';
import { RunPlace } from './RunPlace.tsx';
import { describe, findParts, type PartId } from './parts.ts';
import type { CodeSettings } from './settings.ts';

const names: Record<string, string> = { python: 'PyTorch', ts: 'TypeScript, as it runs here' };

export interface Listings {
  /** The same block in each language. */
  listings: Listing[];
}

/** The block's code beside its drawing. */
export function Picture({ settings, change, props }: PictureProps<CodeSettings, Listings>) {
  const { language, lit } = settings;
  const setLit = (parts: PartId[]) => change({ lit: parts });
  return (
    <div className="side-by-side">
      <Tabs
        label="The block in two languages"
        chosen={language}
        choose={(chosen) => change({ language: chosen })}
        tabs={props.listings.map((listing) => {
          const lines = listing.lines.map((line) => line.map(([text]) => text).join(''));
          return {
            id: listing.language,
            label: names[listing.language] ?? listing.language,
            content: (
              <>
                <Code
                  {...{ listing, lit, setLit }}
                  label={`The lines in ${names[listing.language]}`}
                  parts={findParts(lines)}
                />
                {listing.language === 'python' && <RunPlace code={lines.join('\n')} />}
              </>
            ),
          };
        })}
      />
      <FlowFrame>
        <Drawing language={language} lit={lit} setLit={setLit} />
      </FlowFrame>
      <div className="what-is-lit">
        <SmallDrawing language={language} lit={lit} setLit={setLit} />
        <p className="takeaway" data-takeaway="" aria-live="polite">
          {unbroken(describe(lit, language))}
        </p>
      </div>
    </div>
  );
}
