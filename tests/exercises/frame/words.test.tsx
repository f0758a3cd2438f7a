import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Typeset, Words } from '../../../src/exercises/frame/Words.tsx';
import { typeset } from '../../../src/pages/exercises/typeset.ts';

const exercise = {
  id: 'shapes',
  questions: [{ prompt: 'What is $\\branch{F(x)}$ for `x < 0`?', says: 'No formula here.' }],
};

test('formulas and code of an exercise are set by the build; other text stays as it is', () => {
  const texts = typeset(exercise);
  expect(Object.keys(texts)).toEqual([exercise.questions[0]!.prompt]);
  const html = renderToStaticMarkup(
    <Typeset value={texts}>
      <Words>{exercise.questions[0]!.prompt}</Words>
      <Words>{exercise.questions[0]!.says}</Words>
    </Typeset>,
  );
  expect(html).toContain('What is <span class="katex">');
  expect(html).toContain('c-branch');
  expect(html).toContain('<code translate="no">x &lt; 0</code>');
  expect(html).toMatch(/No formula here\.$/);
});

test('a formula that KaTeX cannot read ends the build', () => {
  expect(() => typeset({ prompt: 'What is $\\frac{1$?' })).toThrow(/KaTeX/);
});
