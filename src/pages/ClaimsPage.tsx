import type { Chapter } from '../../content/chapter.ts';
import { figures as figureClaims } from '../../content/claims/figures.ts';
import { unbroken } from '../lib/format.ts';
import { verdictRules } from '../lib/verdicts.ts';
import { excuses } from './ledger/findNumbers.ts';
import { type Entry, quotesOf } from './ledger/matchClaims.ts';
import { Origin } from './ledger/Origin.tsx';
import { sentenceOf } from './ledger/sentence.ts';
import type { PlacedFigure } from './placedFigures.tsx';
import type { SitePage } from './site.ts';
import { TopBar } from './TopBar.tsx';

/** A page with what accounts for its numbers. */
interface LedgerPage {
  page: SitePage;
  entries: Entry[];
}

interface Props {
  chapter: Chapter;
  root: string;
  pages: LedgerPage[];
  figures: PlacedFigure[];
}

/** Every number of the chapter in its sentence, with what it rests on, and the rules for words of judgement. */
export function ClaimsPage({ chapter, root, pages, figures }: Props) {
  const filled = pages.filter(({ entries }) => entries.length > 0);
  const all = filled.flatMap(({ entries }) => entries);
  return (
    <>
      <TopBar chapter={chapter} root={root} currentId="claims" />
      <main id="main">
        <article className="lesson claims-page">
          <h1>Every number and where it comes from</h1>
          <p>
            How do we know that? Below is every number that the chapter prints, in its sentence,
            with what it rests on. Tests look up the recordings, do the sums again, and fail for a
            number without an entry. Only the papers have to be believed, or read.
          </p>
          <Tally entries={all} />
          {filled.map(({ page, entries }) => (
            <details key={page.path} className="claims-fold">
              <summary>
                <h2>{titleOf(page, chapter)}</h2>
                <span className="fine">{entries.length} entries</span>
              </summary>
              <EntryTable entries={entries} address={`${root}${page.path}`} />
            </details>
          ))}

          <h2>In the figures</h2>
          <p>
            A figure computes what it draws, or takes it from a recording. Numbers that it prints
            from elsewhere are listed here.
          </p>
          <FigureTable figures={figures} root={root} />

          <h2>Words of judgement</h2>
          <p>
            When does a figure say “worse”, and when “about the same”? The rules are the same in
            every figure, and the lessons keep to them when they speak of this chapter’s own runs.
            They are printed from the code that applies them,{' '}
            <code translate="no">src/lib/verdicts.ts</code>.
          </p>
          <dl className="verdict-rules">
            {verdictRules().map(({ word, rule }) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{rule}</dd>
              </div>
            ))}
          </dl>

          <h2>What is not listed</h2>
          <p>
            Not every number is a claim. Words up to nine are left out, unless they say how many
            times, and so is a number that is
          </p>
          <ul>
            {Object.values(excuses)
              .filter((excuse) => excuse !== excuses.sum)
              .map((excuse) => (
                <li key={excuse}>{excuse};</li>
              ))}
          </ul>
          <p>A percentage is always a claim, wherever it stands.</p>
        </article>
      </main>
    </>
  );
}

function titleOf({ path, lesson }: SitePage, chapter: Chapter): string {
  if (lesson) return `Lesson ${chapter.lessons.indexOf(lesson) + 1}: ${lesson.title}`;
  return otherTitles[path] ?? path;
}

const otherTitles: Record<string, string> = {
  ...{ '': 'The cover', 'glossary/': 'Glossary' },
  ...{ 'figures/': 'All figures', 'instructors/': 'For instructors' },
};

/** How many entries rest on what; one that rests on several things counts at the first of them. */
function Tally({ entries }: { entries: Entry[] }) {
  const kinds = [
    { name: 'from papers', has: ({ claim }: Entry) => claim.source !== undefined },
    {
      name: 'from recordings and code',
      has: ({ claim }: Entry) => !!(claim.recorded ?? claim.code),
    },
    { name: 'computed', has: ({ claim }: Entry) => claim.computed !== undefined },
    { name: 'chosen for an example', has: () => true },
  ];
  const counts = kinds.map(({ name }, kind) => ({
    name,
    count: entries.filter((entry) => kinds.findIndex(({ has }) => has(entry)) === kind).length,
  }));
  return (
    <ul className="claims-tally" aria-label="What the entries rest on">
      {counts.map(({ name, count }) => (
        <li key={name}>
          <strong>{count}</strong> {name}
        </li>
      ))}
    </ul>
  );
}

function EntryTable({ entries, address }: { entries: Entry[]; address: string }) {
  const link = (section: string) => (section ? `${address}#${section}` : address);
  return (
    <table className="claims">
      <thead>
        <tr>
          <th scope="col">Number</th>
          <th scope="col">In its sentence</th>
          <th scope="col">Where it comes from</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => {
          const { before, quote, after } = sentenceOf(entry);
          return (
            <tr key={entry.quote}>
              <td className="claim-number">{unbroken(entry.numbers.join(', '))}</td>
              <td>
                <a href={link(entry.block.section)} className="claim-sentence">
                  {before}
                  <strong>{quote}</strong>
                  {after}
                </a>
                {entry.again.length > 0 && (
                  <span className="claim-again">
                    {' '}
                    and again:{' '}
                    {entry.again.map((section, index) => (
                      <a key={section} href={link(section)} aria-label={`again in ${section}`}>
                        {index + 1}
                      </a>
                    ))}
                  </span>
                )}
              </td>
              <td className="claim-origin">
                <Origin claim={entry.claim} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A sentence with its files and folders in the face of code. */
function withPaths(sentence: string) {
  const parts = sentence.split(/((?:src|content|public)\/[\w/.-]*\w)/);
  return parts.map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <code key={index} translate="no">
        {part}
      </code>
    ),
  );
}

function FigureTable({ figures, root }: Pick<Props, 'figures' | 'root'>) {
  return (
    <table className="claims claims-of-figures">
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">Where its numbers come from</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ name, title, lesson }) => {
          const own = figureClaims.find(({ figure }) => figure === name);
          return (
            <tr key={name}>
              <td>
                <a href={`${root}${lesson.id}/#${name}`}>{title}</a>
              </td>
              <td className="claim-origin">
                <p>{own && withPaths(own.from)}</p>
                {own?.claims.map((claim) => (
                  <div key={quotesOf(claim).join()} className="figure-claim">
                    <p className="claim-number">{unbroken(quotesOf(claim).join('; '))}</p>
                    <Origin claim={claim} />
                  </div>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
