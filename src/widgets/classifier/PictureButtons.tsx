import { useEffect, useRef, useState } from 'react';
import { siteUrl } from '../../runtime/siteUrl.ts';
import { Camera } from './Camera.tsx';
import type { ClassifierActions } from './classifierStore.ts';
import { samples } from '../../lib/samples.ts';

/** Where a picture comes from: the samples, a file, the camera. */
export function PictureButtons({ actions }: { actions: ClassifierActions }) {
  const input = useRef<HTMLInputElement>(null);
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
        <button type="button" className="primary" onClick={() => input.current?.click()}>
          Choose a picture
        </button>
        <button type="button" aria-expanded={camera} onClick={() => setCamera(!camera)}>
          Use the camera
        </button>
        <input
          ref={input}
          type="file"
          accept="image/*"
          className="visually-hidden"
          tabIndex={-1}
          aria-label="A picture file"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = ''; // so that the same file can be chosen again
            if (file) void actions.show(file, file.name);
          }}
        />
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
