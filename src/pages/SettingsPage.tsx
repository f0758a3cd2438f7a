import type { Chapter } from '../../content/chapter.ts';
import { keptHere } from '../contract/keptHere.ts';
import { BlockDrawing } from '../ui/network/BlockDrawing.tsx';
import { FlowFrame } from '../ui/network/Flow.tsx';
import { TopBar } from './TopBar.tsx';

type Choice = [value: string, label: string];

const themes: Choice[] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];
const sizes: Choice[] = ['90', '100', '110', '125', '150'].map((size) => [size, `${size} %`]);
const motions: Choice[] = [
  ['system', 'As the system'],
  ['reduced', 'Reduced'],
  ['full', 'Full'],
];
const devices: Choice[] = [
  ['auto', 'Automatic'],
  ['webgpu', 'WebGPU (GPU)'],
  ['webgl', 'WebGL (GPU)'],
  ['wasm', 'WebAssembly (CPU)'],
  ['cpu', 'JavaScript (CPU)'],
];

/** What a reader chooses for all pages, and what the site keeps; src/page/settings/showSettings.ts brings it to life. */
export function SettingsPage({ chapter, root }: { chapter: Chapter; root: string }) {
  return (
    <>
      <TopBar chapter={chapter} root={root} currentId="settings" />
      <main id="main">
        <article className="lesson settings" data-settings="">
          <h1>Settings</h1>
          <p>
            What you choose here holds for every page of this chapter, in this browser, and at once
            in all its open tabs.
          </p>
          <noscript>
            <p className="notice">
              Settings need JavaScript, which is switched off in your browser. Without it this site
              keeps nothing on your device.
            </p>
          </noscript>
          <form className="quiet-buttons" data-with-script="" hidden>
            <Choices name="theme" legend="Theme" choices={themes} />
            <Choices name="text-size" legend="Size of text" choices={sizes} />
            <Choices name="motion" legend="Motion" choices={motions}>
              With reduced motion, drawings move only when you press a button.
            </Choices>
            <Choices name="device" legend="Device for computing" choices={devices}>
              Automatic takes whichever a short test finds the fastest here. It holds for whatever
              you start next; in the lab you can choose another for a single run.
            </Choices>
            <p className="notice" role="status" data-unkept="" hidden>
              This browser does not let the page store anything, so this holds for this page only.
            </p>
            <button type="button" data-defaults="">
              Restore the defaults
            </button>
          </form>
          <div className="settings-preview">
            <FlowFrame>
              <BlockDrawing
                label="A residual block: x passes through two convolutions and, around them, through the shortcut; both are added."
                branch={[
                  { id: 'conv1', name: 'conv' },
                  { id: 'relu1', name: 'ReLU' },
                  { id: 'conv2', name: 'conv' },
                ]}
                shortcut={[]}
                after={[{ id: 'relu2', name: 'ReLU' }]}
                names={{ x: 'x', branch: 'F(x)', shortcut: 'shortcut', y: 'y' }}
                flows
              />
            </FlowFrame>
            <p>
              This is how a page looks now: its text, and a drawing in which values travel through a
              residual block and around it.
            </p>
          </div>

          <h2 id="storage">What this site keeps on your device</h2>
          <p>
            There is no account and no server behind this chapter. What you do stays in this
            browser, so that you can go on where you were. You can delete any of it, or all of it.
          </p>
          <table className="storage quiet-buttons">
            <thead>
              <tr>
                <th scope="col">What and why</th>
                <th scope="col">How much</th>
                <th scope="col">
                  <span className="visually-hidden">Delete</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {keptHere.map(({ id, name, why }) => (
                <tr key={id} data-kept={id}>
                  <th scope="row">
                    {name}
                    <span>{why}</span>
                  </th>
                  <td data-amount="">–</td>
                  <td>
                    <button type="button" aria-label={`Delete: ${name}`} disabled>
                      Delete
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="storage-all quiet-buttons" data-delete-everything="">
            <button type="button" data-with-script="" hidden>
              Delete everything
            </button>
          </p>
          <p className="quiet-buttons" role="status" data-storage-status="" tabIndex={-1} />
          <p>
            The photographs of CIFAR-10, Python and the pages themselves are in your browser’s own
            cache, like those of any site; you empty it in the settings of your browser. There are
            no cookies.
          </p>

          <h2 id="privacy">What leaves your device</h2>
          <p>
            Nothing about you or by you. Pictures that you open, code that you write, answers and
            runs are computed and kept here. The page asks only the site that it came from, for its
            own files, and a security policy in each page has the browser refuse everything else.
            Two downloads come from elsewhere, each only when you ask for it:
          </p>
          <ul>
            <li>
              the large network of lesson 6, from <strong>huggingface.co</strong>, when you press
              the button that says so;
            </li>
            <li>
              a picture that you drag here from a page of another site, from that site. It is asked
              without cookies, and is not told which page asks.
            </li>
          </ul>
          <p>
            Links in the text lead to other sites, which are not told where you came from. Whoever
            hosts these pages sees, as any host does, that your browser fetches them.
          </p>
        </article>
      </main>
    </>
  );
}

interface ChoicesProps {
  name: string;
  legend: string;
  choices: Choice[];
  children?: string;
}

function Choices({ name, legend, choices, children }: ChoicesProps) {
  const noteId = children ? `${name}-note` : undefined;
  return (
    <fieldset aria-describedby={noteId}>
      <legend>{legend}</legend>
      <div className="settings-choices">
        {choices.map(([value, label]) => (
          <label key={value}>
            <input type="radio" name={name} value={value} />
            {label}
          </label>
        ))}
      </div>
      {children && (
        <p id={noteId} className="fine">
          {children}
        </p>
      )}
    </fieldset>
  );
}
