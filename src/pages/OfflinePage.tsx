import type { Chapter } from '../../content/chapter.ts';
import { TopBar } from './TopBar.tsx';

/** Where readers save the chapter for offline; src/page/offline/mountOffline.ts fills it in. */
export function OfflinePage({ chapter, root }: { chapter: Chapter; root: string }) {
  return (
    <>
      <TopBar chapter={chapter} root={root} currentId="offline" />
      <main id="main">
        <article className="lesson">
          <h1>Read it offline</h1>
          <p>
            The lessons that you have opened can be read again without a network connection, and so
            can whatever you have used in them. Save the rest here before a journey, or before a
            class in a room with a poor connection.
          </p>
          <div className="offline-parts" data-offline="">
            <p>Looking at what is saved…</p>
          </div>
          <noscript>
            <p className="notice">
              Saving needs JavaScript, which is switched off in your browser.
            </p>
          </noscript>
          <h2>How it works</h2>
          <p>
            Everything is kept by this browser on this device, and nowhere else. Afterwards, open
            the chapter at the same address as always, in the same browser: the pages, the lab, the
            classifier and the exercises work as they do online. Your answers and runs are kept
            separately, and stay when you remove what is saved here.
          </p>
          <p>
            When there is a new version of the chapter, a message asks before it replaces the page
            that you are reading. What you have saved is brought up to date in the background; only
            files that have changed are downloaded.
          </p>
          <p>
            The large network of lesson 6 comes from another site. Where the lesson offers it, its
            own button downloads and keeps it.
          </p>
        </article>
      </main>
    </>
  );
}
