import {
  countListings,
  rehearsePython,
  type PythonExercise,
} from '../../../exercises/rehearsePython.ts';
import { RehearsalFailed, type Rehearse } from '../../../figure/rehearsal.ts';
import { reasonOf } from '../../../lib/reasonOf.ts';
import { siteUrl } from '../../../lib/siteUrl.ts';
import { widgets, type WidgetName } from '../../../widgets.ts';

/** Something in a lesson that computes while a class watches. */
export interface Demo {
  id: string;
  title: string;
  /** Whether a recorded run can be shown in its place. */
  isRecorded: boolean;
  rehearse: Rehearse;
}

/** What of a lesson can be rehearsed. */
export interface Demos {
  /** The lesson's. */
  title: string;
  demos: Demo[];
  /** Figures whose scripts are loaded and that compute nothing. */
  drawn: string[];
}

/**
 * Loads a lesson's page and the scripts of its figures.
 * @throws RehearsalFailed where the page cannot be had
 */
export async function findDemos(lesson: string): Promise<Demos> {
  const page = await fetchPage(lesson);
  const places = [...page.querySelectorAll<HTMLElement>('figure[data-widget]')];
  const figures = await Promise.all(places.map(readFigure));
  const exercises = [...page.querySelectorAll<HTMLElement>('[data-exercise]')]
    .map((place) => propsOf(place) as unknown as PythonExercise)
    .filter(({ exercise }) => exercise.kind === 'code');
  const python: Demo = {
    ...{ id: 'python', title: sayPrograms(countListings(lesson), exercises.length) },
    isRecorded: false,
    rehearse: (rehearsing) => rehearsePython(lesson, exercises, rehearsing),
  };
  const isPython = countListings(lesson) + exercises.length > 0;
  return {
    title: page.querySelector('h1')?.textContent ?? lesson,
    demos: [...figures.flatMap((figure) => figure.demo ?? []), ...(isPython ? [python] : [])],
    drawn: figures.flatMap(({ demo, title }) => (demo ? [] : [title])),
  };
}

/** `Python: 3 programs in the text, 1 exercise`. */
function sayPrograms(listings: number, exercises: number): string {
  const parts = [
    listings > 0 && `${listings} ${listings === 1 ? 'program' : 'programs'} in the text`,
    exercises > 0 && `${exercises} ${exercises === 1 ? 'exercise' : 'exercises'}`,
  ];
  return `Python: ${parts.filter(Boolean).join(', ')}`;
}

async function fetchPage(lesson: string): Promise<Document> {
  try {
    const response = await fetch(siteUrl(`${lesson}/`));
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return new DOMParser().parseFromString(await response.text(), 'text/html');
  } catch (error) {
    throw new RehearsalFailed(`The lesson could not be loaded: ${reasonOf(error)}.`);
  }
}

async function readFigure(place: HTMLElement): Promise<{ title: string; demo?: Demo }> {
  const id = place.dataset['widget'] as WidgetName;
  const title = place.querySelector('.figure-title')?.textContent ?? id;
  const demo = { id, title, isRecorded: 'recording' in propsOf(place) };
  try {
    const { default: figure } = await widgets[id]();
    return figure.rehearse ? { title, demo: { ...demo, rehearse: figure.rehearse } } : { title };
  } catch (error) {
    const why = `Its script could not be loaded: ${reasonOf(error)}.`;
    return { title, demo: { ...demo, rehearse: () => Promise.reject(new RehearsalFailed(why)) } };
  }
}

function propsOf(place: HTMLElement): Record<string, unknown> {
  const text = place.querySelector('[data-props]')?.textContent ?? '{}';
  return JSON.parse(text) as Record<string, unknown>;
}
