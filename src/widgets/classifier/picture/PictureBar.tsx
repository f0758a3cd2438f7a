import { FileButton } from '../../../ui/controls/FileButton.tsx';
import type { ClassifierActions } from '../createClassifier.ts';
import type { ShownPicture } from './pictureStore.ts';
import { SampleButtons } from './SampleButtons.tsx';

interface Props {
  actions: ClassifierActions;
  picture: ShownPicture | null;
  /** Whether the samples are offered here: until a picture is asked about, they are the figure's picture. */
  isAsked: boolean;
  camera: boolean;
  setCamera: (on: boolean) => void;
}

/** Where the next picture comes from: a sample, a file, the camera. */
export function PictureBar({ actions, picture, isAsked, camera, setCamera }: Props) {
  return (
    <div className="picture-bar">
      {isAsked && (
        <>
          <SampleButtons actions={actions} shown={picture?.sample ?? null} />
          <FileButton
            accept="image/*"
            label="A picture file"
            choose={(file) => void actions.show(file, file.name)}
          >
            Choose a picture
          </FileButton>
        </>
      )}
      <button type="button" aria-expanded={camera} onClick={() => setCamera(!camera)}>
        Use the camera
      </button>
    </div>
  );
}
