export interface Sample {
  /** What a link calls it. */
  id: string;
  /** Below public/samples. */
  file: string;
  thumbnail: string;
  /** What the picture shows, for readers who can't see it. */
  subject: string;
  credit: string;
}

/** Photographs that come with the chapter; public/samples/LICENSES.md has their sources. */
export const samples: readonly Sample[] = [
  {
    id: 'coffee',
    file: 'coffee.png',
    thumbnail: 'coffee-small.jpg',
    subject: 'a cup of espresso',
    credit: 'Rachel Michetti, CC0',
  },
  {
    id: 'rocket',
    file: 'rocket.jpg',
    thumbnail: 'rocket-small.jpg',
    subject: 'a rocket at its launch',
    credit: 'SpaceX, public domain',
  },
  {
    id: 'cat',
    file: 'chelsea.png',
    thumbnail: 'chelsea-small.jpg',
    subject: 'a tabby cat',
    credit: 'Stéfan van der Walt, CC0',
  },
];
