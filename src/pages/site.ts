import { chapter, type Lesson } from '../../content/chapter.ts';

/** The folders of the pages beside the lessons. */
export const glossaryPath = 'glossary/';
export const figuresPath = 'figures/';
export const instructorsPath = 'instructors/';
export const claimsPath = 'claims/';
export const answersPath = 'answers/';
export const gradersPath = 'graders/';
export const markingPath = 'marking/';
export const classPath = 'class/';
export const votePath = 'vote/';
export const settingsPath = 'settings/';
export const presentPath = 'present/';
export const offlinePath = 'offline/';
export const printPath = 'print/';
export const handoutPath = 'handout/';

/** A page of the site: its folder below the root ('' for the cover) and its lesson, where it has one. */
export interface SitePage {
  path: string;
  lesson?: Lesson;
}

export const sitePages: SitePage[] = [
  { path: '' },
  ...chapter.lessons.map((lesson) => ({ path: `${lesson.id}/`, lesson })),
  ...[
    figuresPath,
    glossaryPath,
    instructorsPath,
    claimsPath,
    answersPath,
    gradersPath,
    markingPath,
    classPath,
    votePath,
    settingsPath,
    presentPath,
    offlinePath,
    printPath,
    handoutPath,
  ].map((path) => ({ path })),
];

/** The way from a page back to the site's root, so that the site works from any folder. */
export function rootOf(page: SitePage): string {
  return page.path === '' ? './' : '../';
}
