import type { LivePictureProps } from '../../figure/defineLiveFigure.tsx';
import { textOf } from '../../figure/frame/Takeaway.tsx';
import { readOf, takeaway } from './describe.ts';
import { Ledger } from './Ledger.tsx';
import { River } from './river/River.tsx';
import type { RiverRun } from './run.ts';
import type { RiverSettings } from './settings.tsx';
import { courseOf } from './stages.ts';
import { TokenStrip } from './TokenStrip.tsx';

/** The prompt with each token's small river, the chosen one's large, and the sum of what is added. */
export function Picture({ result, settings, change }: LivePictureProps<RiverSettings, RiverRun>) {
  const read = readOf(result);
  if (!read)
    return (
      <div className="river">
        <svg className="empty" aria-hidden="true" />
      </div>
    );
  const course = courseOf(read, settings.token);
  return (
    <>
      <TokenStrip
        {...{ read, token: settings.token, head: settings.head }}
        choose={(token) => change({ token })}
        chooseHead={(head) => change({ head })}
      />
      <River course={course} prompt={read.prompt} label={textOf(takeaway(result))} />
      <Ledger
        {...{ course, prompt: read.prompt, heads: settings.heads, head: settings.head }}
        choose={(head) => change({ head })}
      />
    </>
  );
}
