import { FileButton } from '../../../ui/controls/FileButton.tsx';
import type { ClassifierActions } from '../createClassifier.ts';
import { SampleButtons } from './SampleButtons.tsx';

/** Before a picture is given: the samples, large, and a place for the reader's own. */
export function StartBox({ actions }: { actions: ClassifierActions }) {
  return (
    <div className="start-box">
      <SampleButtons actions={actions} shown={null} />
      <FileButton
        accept="image/*"
        label="A picture file"
        className="own-picture"
        choose={(file) => void actions.show(file, file.name)}
      >
        Choose a picture
        <span className="fine">or drop or paste one here. It stays on this device.</span>
      </FileButton>
    </div>
  );
}
