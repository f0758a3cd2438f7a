import type { ReactNode } from 'react';
import { chapter } from '../../content/chapter.ts';
import { AnswersPage } from './AnswersPage.tsx';
import { ClaimsPage } from './ClaimsPage.tsx';
import { ClassPage } from './ClassPage.tsx';
import { FiguresPage } from './FiguresPage.tsx';
import { GlossaryPage } from './GlossaryPage.tsx';
import { GradersPage } from './GradersPage.tsx';
import { InstructorsPage } from './InstructorsPage.tsx';
import { ChapterPage } from './paper/ChapterPage.tsx';
import { HandoutPage } from './paper/HandoutPage.tsx';
import { findQuestions } from './paper/findQuestions.tsx';
import { joinChapter } from './paper/joinChapter.tsx';
import { readLedger } from './ledger/readLedger.ts';
import { MarkingPage } from './MarkingPage.tsx';
import { OfflinePage } from './OfflinePage.tsx';
import { findPlacedFigures } from './placedFigures.tsx';
import { SettingsPage } from './SettingsPage.tsx';
import { PresenterPage } from './PresenterPage.tsx';
import {
  answersPath,
  claimsPath,
  classPath,
  figuresPath,
  glossaryPath,
  gradersPath,
  instructorsPath,
  markingPath,
  votePath,
  settingsPath,
  presentPath,
  offlinePath,
  printPath,
  handoutPath,
  type SitePage,
} from './site.ts';
import { VotePage } from './VotePage.tsx';

/** What makes a page: what its head says, and its body. */
export interface PageParts {
  title?: string;
  description: string;
  body: ReactNode;
}

interface OtherPage {
  title: string;
  description: string;
  /** @param root the way back to the site's root */
  body: (root: string) => ReactNode | Promise<ReactNode>;
}

/**
 * The pages beside the cover and the lessons, by their folders.
 * @param renderPage renders any page of the site; the ledger reads the others
 */
export function describeOtherPages(
  renderPage: (page: SitePage) => Promise<{ body: string }>,
): Record<string, OtherPage> {
  return {
    [figuresPath]: {
      title: 'All figures',
      description: 'Every figure in the chapter, the question it answers, and where to find it.',
      body: async (root) => (
        <FiguresPage {...{ chapter, root, figures: await findPlacedFigures() }} />
      ),
    },
    [glossaryPath]: {
      title: 'Glossary',
      description:
        'Every term in the chapter, defined in one sentence, and the lesson that explains it.',
      body: (root) => <GlossaryPage {...{ chapter, root }} />,
    },
    [instructorsPath]: {
      title: 'For instructors',
      description: 'What to show in a lecture, how long it takes, and what to prepare.',
      body: async (root) => (
        <InstructorsPage {...{ chapter, root, figures: await findPlacedFigures() }} />
      ),
    },
    [claimsPath]: {
      title: 'Every number and where it comes from',
      description:
        'Each number that the chapter prints, with its source, recording or computation.',
      body: async (root) => (
        <ClaimsPage
          {...{ chapter, root }}
          pages={await readLedger(renderPage)}
          figures={await findPlacedFigures()}
        />
      ),
    },
    [answersPath]: {
      title: 'Your answers',
      description:
        'Your answers to the exercises on one page: to read, print, download or hand in.',
      body: (root) => <AnswersPage {...{ chapter, root }} />,
    },
    [gradersPath]: {
      title: 'How the graders were graded',
      description: 'How often the checks of the exercises are right, and on how many answers.',
      body: (root) => <GradersPage {...{ chapter, root }} />,
    },
    [markingPath]: {
      title: 'The answers of a class',
      description: 'Opens the files of a whole class: who has solved what, and each answer.',
      body: (root) => <MarkingPage {...{ chapter, root }} />,
    },
    [classPath]: {
      title: 'A link for your class',
      description: 'Makes a link and a QR code that open the chapter as a class should see it.',
      body: async (root) => (
        <ClassPage {...{ chapter, root, figures: await findPlacedFigures() }} />
      ),
    },
    [votePath]: {
      title: 'A question for the room',
      description: 'Shows a question of the chapter on a phone, and your answer to be held up.',
      body: (root) => <VotePage {...{ chapter, root }} />,
    },
    [settingsPath]: {
      title: 'Settings',
      description:
        'Theme, size of text, motion and device for computing; what this site keeps on your device, and how to delete it.',
      body: (root) => <SettingsPage {...{ chapter, root }} />,
    },
    [presentPath]: {
      title: 'Presenter’s window',
      description: 'Notes, clock, controls and what comes next, for whoever presents a lesson.',
      body: (root) => <PresenterPage {...{ chapter, root }} />,
    },
    [offlinePath]: {
      title: 'Read it offline',
      description: 'Saves the chapter on your device, to be used without a network connection.',
      body: (root) => <OfflinePage {...{ chapter, root }} />,
    },
    [printPath]: {
      title: 'Print the chapter',
      description: 'The whole chapter in one document: to print, or to save as a PDF.',
      body: async (root) => <ChapterPage {...{ chapter, root }} joined={await joinChapter()} />,
    },
    [handoutPath]: {
      title: 'Handouts',
      description: 'The questions of each lesson on paper, for a class, with or without answers.',
      body: async (root) => (
        <HandoutPage {...{ chapter, root }} questions={await findQuestions(root)} />
      ),
    },
  };
}
