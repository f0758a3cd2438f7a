import { cifarClasses, type PyTorchFiles } from '../../../contract/trainedNetwork.ts';
import { saveFile, saveText } from '../../../figure/export/save.ts';

interface Props {
  id: string;
  files: PyTorchFiles | null;
}

/** The network as files for PyTorch, and the logits that its script will print, too. */
export function PyTorchDownloads({ id, files }: Props) {
  return (
    <div className="to-pytorch">
      <p>
        Put both files in one folder and run <code>python3 {id}.py</code>. It builds {id} in
        PyTorch, loads its weights and prints the logits of the test picture shown above.
      </p>
      <div className="buttons">
        <button
          type="button"
          disabled={!files}
          onClick={() => files && saveFile(`${id}.safetensors`, new Blob([files.weights]))}
        >
          Download weights (safetensors)
        </button>
        <button
          type="button"
          disabled={!files}
          onClick={() => files && saveText(`${id}.py`, 'text/x-python', files.script)}
        >
          Download PyTorch script
        </button>
      </div>
      <dl className="logits" aria-label="This page’s logits">
        {cifarClasses.map((name, index) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{files ? signed(files.logits[index] ?? NaN) : '…'}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** With the digits that the script prints. */
const signed = (logit: number) => logit.toFixed(5).replace('-', '−');
