import type { ExerciseTexts } from '../../exercises/texts.ts';

/** The texts that the build has put beside an exercise (src/pages/exercises), and the coloured starter in it. */
export function readTexts(place: HTMLElement): ExerciseTexts {
  const all = (name: string) => [
    ...place.querySelectorAll<HTMLElement>(`[data-texts] [data-${name}]`),
  ];
  const starter = place.querySelector('[data-island] .editor-stand-in')?.innerHTML;
  const [solution] = all('solution');
  return {
    ...(starter && { starter }),
    ...(solution && { solution: solution.innerHTML }),
    hints: all('hint').map(({ innerHTML }) => innerHTML),
    mistakes: Object.fromEntries(
      all('mistake').map(({ dataset, innerHTML }) => [
        dataset['mistake'],
        { title: dataset['title'] ?? '', html: innerHTML },
      ]),
    ),
    typeset: Object.fromEntries(
      all('typeset').map(({ dataset, innerHTML }) => [dataset['typeset'], innerHTML]),
    ),
  };
}
