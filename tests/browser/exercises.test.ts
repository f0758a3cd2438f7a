import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { examine } from './examine.ts';
import { exerciseFile, readyEditor, readyExercise } from './exercise.ts';
import { serveOddly } from './oddHost.ts';
import { visit } from './reader.ts';

const id = 'residual-block';
const starter = exerciseFile(id, 'starter.py');
test('a program that fails says where, one that never ends is stopped, and both can be undone after a reload', async () => {
  const page = await visit('about:blank');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(new URL('block/', inject('siteUrl')).href);
  const { exercise, code, button, put, text } = await readyEditor(page, id);
  expect(asked.filter((url) => /pyodide|python/i.test(url))).toEqual([]);
  expect(await exercise.locator('[data-state-of]').textContent()).toBe('');
  expect(await text()).toBe(starter);
  expect(await exercise.getByText('after your first try').isVisible()).toBe(true);
  await button('Show a hint').click();
  expect(await exercise.getByText('Hint 1 of 3').isVisible()).toBe(true);

  // In the editor, too.
  await put('def f():');
  await page.keyboard.type('\nreturn missing\n');
  await page.keyboard.press('Backspace');
  await page.keyboard.type("print('so far')\nf()");
  expect(await text()).toBe("def f():\n    return missing\nprint('so far')\nf()");
  await page.keyboard.press('Shift+Enter');
  await exercise.locator('.output-error').waitFor();
  expect(await exercise.locator('.output-error').innerText()).toMatch(/^NameError on line 2: /);
  expect(await exercise.locator('.error-line').innerText()).toBe('    return missing');
  expect(await exercise.locator('.output [data-stream="stdout"]').innerText()).toBe('so far\n');
  await expectFaultless(page, [
    [1280, 'light'],
    [390, 'light'],
  ]);
  await button('File "main.py", line 4').click();
  expect(await code.evaluate((element) => element.matches(':focus'))).toBe(true);
  await page.keyboard.type(' # here');
  expect(await text()).toMatch(/f\(\) # here$/);

  await put('while True: pass');
  await button('Run').click();
  await exercise.getByText('Running …').waitFor();
  await button('Stop').click();
  await exercise.locator('.output').getByText('You stopped it.').waitFor();
  // The next one runs.
  await put("print('after that')");
  await page.keyboard.press('Shift+Enter');
  await exercise.locator('.output [data-stream="stdout"]').getByText('after that').waitFor();

  // However much it prints, and however long its message, little of the page is taken.
  await page.setViewportSize({ width: 390, height: 720 });
  await put("for i in range(2000): print(i)\nraise KeyError('layer2.0.shortcut.0.weight, ' * 90)");
  await page.keyboard.press('Shift+Enter');
  await exercise.getByText('… 1,500 lines left out …').waitFor();
  const { newest, height } = await exercise.locator('.output').evaluate((output) => {
    const printed = output.querySelector('pre:not(.traceback)') as HTMLElement;
    const { scrollTop, clientHeight, scrollHeight } = printed;
    return { newest: scrollTop + clientHeight - scrollHeight, height: output.clientHeight };
  });
  expect(Math.abs(newest)).toBeLessThan(2);
  expect(height).toBeLessThan(1000);
  await page.setViewportSize({ width: 1280, height: 720 });
  await put("print('at last')");
  await expect.poll(async () => (await shelved(page, 'history'))['doc']).toBe("print('at last')");

  await page.reload();
  const again = await readyEditor(page, id);
  expect(await again.text()).toBe("print('at last')");
  expect(await exercise.getByText('Hint 1 of 3').isVisible()).toBe(true);
  await again.code.click();
  await page.keyboard.press('ControlOrMeta+Z');
  expect(await text()).toMatch(/^for i in range\(2000\)/);
});

/** As far as a program can tell, on screens of these widths and themes. */
async function expectFaultless(page: Page, screens: [number, 'light' | 'dark'][]): Promise<void> {
  const exercise = page.locator(`#exercise-${id}`);
  for (const [width, colorScheme] of screens) {
    await page.setViewportSize({ width, height: 720 });
    await page.evaluate((theme) => {
      document.documentElement.dataset['theme'] = theme;
    }, colorScheme);
    expect(await examine(page, { include: `#exercise-${id}` })).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  }
  for (const one of await exercise.locator('button:not(.traceback *)').all())
    expect((await one.boundingBox())?.height, await one.innerText()).toBeGreaterThanOrEqual(44);
  await page.setViewportSize({ width: 1280, height: 720 });
}

test('Tab indents, Escape and Tab leave the editor, and a reset can be taken back', async () => {
  const page = await visit('block/');
  const { code, put, text, button } = await readyEditor(page, id);
  await put('x = 1');
  await page.keyboard.press('Tab');
  expect(await text()).toBe('    x = 1');
  await page.keyboard.press('Shift+Tab');
  expect(await text()).toBe('x = 1');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await button('Check').evaluate((element) => element.matches(':focus'))).toBe(true);
  await button('Reset').click();
  expect(await text()).toBe(starter);
  await button('Bring my code back').click();
  expect(await text()).toBe('x = 1');
  await code.click();
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  expect(await text()).toBe(starter);
  await expect.poll(async () => (await shelved(page, 'history'))['doc']).toBe(starter);
  await page.reload();
  const again = await readyEditor(page, id);
  await again.button('Bring my code back').click();
  expect(await again.text()).toBe('x = 1');
});

test('the editor has its looks where a host allows no styles in the page', async () => {
  const url = await serveOddly({ headers: { 'Content-Security-Policy': "default-src 'self'" } });
  const page = await visit('about:blank');
  await page.goto(`${url}block/`);
  const { exercise } = await readyEditor(page, id);
  const look = await exercise.locator('.cm-gutters').evaluate((element) => {
    const { display, position } = getComputedStyle(element);
    return { display, position };
  });
  expect(look).toEqual({ display: 'flex', position: 'sticky' });
});

test('two tabs show one answer, and what both wrote at once is kept twice', async () => {
  const page = await visit('block/');
  const one = await readyEditor(page, id);
  const tab = await page.context().newPage();
  await tab.goto(page.url());
  const other = await readyEditor(tab, id);
  await other.put('# from the other tab');
  await page.bringToFront();
  await expect.poll(one.text).toBe('# from the other tab');

  // A tab that hears nothing of the other's, as one that the browser has put to sleep.
  await page.evaluate(() => {
    BroadcastChannel.prototype.postMessage = () => undefined;
  });
  await one.put('# from here');
  await expect.poll(() => kept(page)).toBe('# from here');
  await tab.bringToFront();
  await other.put('# from there');
  await tab.getByText('answered this exercise in another tab, too').waitFor();
  expect(await other.text()).toBe('# from there');
  await tab.getByText('Another answer of yours').click();
  await other.button('Use this one').click();
  await expect.poll(other.text).toBe('# from here');
  await expect.poll(() => kept(tab)).toBe('# from here');
  await tab.close();
});

/** The answer that lies on this device. */
const kept = async (page: Page) => (await shelved(page, 'answer'))['answer'];

/** What lies on this device of an exercise: the answer, or what the editor can undo. */
function shelved(page: Page, what: 'answer' | 'history'): Promise<Record<string, unknown>> {
  return page.evaluate(
    (kind) =>
      new Promise<Record<string, unknown>>((resolve) => {
        const opening = indexedDB.open('skip-connections-answers');
        opening.onsuccess = () => {
          const store = opening.result.transaction('answers').objectStore('answers');
          const asked = store.get(`${kind} residual-block`);
          asked.onsuccess = () => {
            opening.result.close();
            resolve((asked.result as Record<string, unknown> | undefined) ?? {});
          };
        };
      }),
    what,
  );
}

test.each([
  [
    'that refuses',
    'indexedDB.open = () => { throw new DOMException("", "SecurityError"); }',
    'does not let the page store',
  ],
  ['that never answers', 'indexedDB.open = () => ({})', 'does not respond'],
])(
  'with storage %s, an answer stays while the page does, which says so',
  async (_, script, says) => {
    const page = await visit('about:blank');
    await page.addInitScript(
      `${script.replace('indexedDB.open =', 'IDBFactory.prototype.open =')}; Storage.prototype.setItem = () => { throw new DOMException("", "SecurityError"); }`,
    );
    await page.goto(new URL('block/', inject('siteUrl')).href);
    const { exercise, put, text } = await readyEditor(page, id);
    await put('# mine');
    await exercise.getByText(says).waitFor();
    expect(await text()).toBe('# mine');
    await page.context().close();
  },
);

test('without JavaScript an exercise can be read: the starter in colours, hints and solution folded', async () => {
  const page = await visit('block/', { javaScriptEnabled: false });
  const exercise = page.locator(`#exercise-${id}`);
  expect(await exercise.locator('.editor-stand-in').innerText()).toContain('class ResidualBlock');
  expect(await exercise.locator('summary').allInnerTexts()).toEqual([
    'Hint 1',
    'Hint 2',
    'Hint 3',
    'Solution',
  ]);
  expect(await exercise.getByRole('button').count()).toBe(0);
});

test('all answers are on one page, a file takes them to another browser, and there they are deleted', async () => {
  const page = await visit('degradation/');
  const exercise = await readyExercise(page, 'explain-degradation');
  await exercise.getByRole('textbox').fill('First the expectation, then the surprise.');
  await expect.poll(() => exercise.locator('[data-state-of]').textContent()).toBe('begun');
  await page.goto(new URL('answers/', inject('siteUrl')).href);
  await page.getByText('First the expectation, then the surprise.').waitFor();
  await page.getByLabel('Your name').fill('Tyla');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download my answers' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('answers-tyla.json');
  const file = await download.path();

  const elsewhere = await visit('answers/', { locale: 'en-GB' });
  await elsewhere.locator('[data-answers][data-ready]').waitFor();
  expect(await elsewhere.getByRole('button', { name: 'Download my answers' }).isDisabled()).toBe(
    true,
  );
  await elsewhere.getByLabel('Answers to open').setInputFiles(file);
  await elsewhere.getByText('One answer from').waitFor();
  await elsewhere.getByText('First the expectation, then the surprise.').waitFor();
  await elsewhere.getByRole('button', { name: 'Delete all answers' }).click();
  const sure = elsewhere.getByRole('group', { name: 'Delete all answers' });
  expect(await sure.innerText()).toContain('your one answer');
  expect(await examine(elsewhere, { include: 'main' })).toEqual([]);
  const again = elsewhere.waitForEvent('download');
  await sure.getByRole('button', { name: 'Download it first' }).click();
  await again;
  await sure.getByRole('button', { name: 'Delete it' }).click();
  await elsewhere.getByText('All answers are deleted.').waitFor();
  await elsewhere.reload();
  await elsewhere.getByText(/^0 of \d+ exercises solved/).waitFor();
  expect(await elsewhere.getByText('First the expectation').count()).toBe(0);
});
