import { useEffect, useRef, useState } from 'react';
import { samples } from '../../../../content/samples.ts';
import { siteUrl } from '../../../runtime/siteUrl.ts';
import { FileButton } from '../../../ui/controls/FileButton.tsx';
import type { ClassifierActions } from '../createClassifier.ts';
import { Camera } from './Camera.tsx';

/** Where a picture comes from: the samples, a file, the camera. */
export function PictureButtons({ actions }: { actions: ClassifierActions }) {
  const [camera, setCamera] = useState(false);
  return (
    <>
      <div className="buttons picture-buttons">
        {samples.map((sample) => (
          <button
            type="button"
            key={sample.id}
            className="sample"
            title={`Photograph: ${sample.credit}`}
            onClick={() => void actions.showSample(sample)}
          >
            <Thumbnail file={sample.thumbnail} />
            <span className="visually-hidden">Ask about </span>
            {sample.subject}
          </button>
        ))}
        <FileButton
          accept="image/*"
          label="A picture file"
          className="primary"
          choose={(file) => void actions.show(file, file.name)}
        >
          Choose a picture
        </FileButton>
        <button type="button" aria-expanded={camera} onClick={() => setCamera(!camera)}>
          Use the camera
        </button>
      </div>
      {camera && <Camera take={actions.show} close={() => setCamera(false)} />}
    </>
  );
}

/** Decoration: the button's words say what it shows. The site's address is known in the browser only. */
function Thumbnail({ file }: { file: string }) {
  const image = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (image.current) image.current.style.backgroundImage = `url("${siteUrl(`samples/${file}`)}")`;
  }, [file]);
  return <span ref={image} className="thumbnail" />;
}
