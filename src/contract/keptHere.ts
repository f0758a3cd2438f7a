/** Something that the site keeps on the reader's device, wherever it is kept there. */
export interface KeptThing {
  id: string;
  /** What it is, and what it is for: words for the reader. */
  name: string;
  why: string;
  /** Keys of localStorage; one that ends with `*` stands for all that begin so. */
  local?: string[];
  /** Keys of sessionStorage, which ends with the tab. */
  session?: string[];
  /** A database of IndexedDB, its store, and the keys of what counts there, such as runs. */
  database?: { name: string; store: string; counts: RegExp; noun: string };
  /** Files of the site in Cache Storage, and its service worker. */
  offline?: true;
}

/** Where a worker keeps how fast its engines are. */
export const keptSpeeds = { name: 'skip-connections-engines', store: 'speeds' };

/** All that the site keeps; tests/browser/requests.test.ts compares it with what a tour leaves behind. */
export const keptHere: KeptThing[] = [
  {
    id: 'answers',
    name: 'Your answers to the exercises, and your name',
    why: 'to go on with them, and to hand them in',
    local: ['unwritten-answer-*', 'reader-name'],
    database: {
      ...{ name: 'skip-connections-answers', store: 'answers' },
      ...{ counts: /^answer /, noun: 'answer' },
    },
  },
  {
    id: 'listings',
    name: 'Your versions of the Python in the text',
    why: 'to show them again in their places',
    local: ['listing *'],
  },
  {
    id: 'runs',
    name: 'Training runs of the lab and the figures',
    why: 'to show them after a reload, and to continue one that was cut off',
    session: ['tab'],
    database: {
      ...{ name: 'skip-connections-runs', store: 'runs' },
      ...{ counts: / run /, noun: 'run' },
    },
  },
  {
    id: 'weights',
    name: 'The large network of lesson 6, if you downloaded it',
    why: 'to save its download, 87 MB, the next time',
    database: {
      ...{ name: 'skip-connections-weights', store: 'parts' },
      ...{ counts: / head$/, noun: 'file' },
    },
  },
  {
    id: 'reading',
    name: 'Which sections you have read',
    why: 'to mark them in the lists',
    local: ['reading-progress'],
  },
  {
    id: 'checks',
    name: 'Your quick checks and predictions',
    why: 'to compare them with what happened',
    local: ['quick-checks', 'predictions'],
  },
  {
    id: 'speed',
    name: 'How fast this device trains',
    why: 'to choose what computes, and to say how long a run will take',
    local: ['device-speed'],
    database: { ...keptSpeeds, counts: /^$/, noun: 'speed' },
  },
  {
    id: 'class',
    name: 'A class link, and the counts of a vote',
    why: 'to keep a lesson as your instructor has set it up',
    local: ['ask-room'],
    session: ['class-link', 'room-counts'],
  },
  {
    id: 'talk',
    name: 'How long a presentation has been going on',
    why: 'to go on counting after a reload of the presenter’s window',
    session: ['presenter-timer'],
  },
  {
    id: 'offline',
    name: 'Pages and files saved for offline',
    why: 'to open them without a network',
    offline: true,
  },
  {
    id: 'settings',
    name: 'The settings of this page',
    why: 'to show every page as you chose',
    local: ['settings', 'theme'],
  },
];
