import { useEffect, useRef } from 'react';
import { samples, type Sample } from '../../../../content/samples.ts';
import { siteUrl } from '../../../lib/siteUrl.ts';
import type { ClassifierActions } from '../createClassifier.ts';

interface Props {
  actions: ClassifierActions;
  /** The sample that is shown. */
  shown: Sample['id'] | null;
}

/** The photographs that come with the chapter, a button each. */
export function SampleButtons({ actions, shown }: Props) {
  return samples.map((sample) => (
    <button
      type="button"
      key={sample.id}
      className="sample"
      title={`Photograph: ${sample.credit}`}
      aria-pressed={sample.id === shown}
      onClick={() => void actions.showSample(sample)}
    >
      <Thumbnail file={sample.thumbnail} />
      <span className="sample-subject">
        <span className="visually-hidden">Ask about </span>
        {sample.subject}
      </span>
    </button>
  ));
}

/** Decoration: the button's words say what it shows. The site's address is known in the browser only. */
function Thumbnail({ file }: { file: string }) {
  const image = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (image.current) image.current.style.backgroundImage = `url("${siteUrl(`samples/${file}`)}")`;
  }, [file]);
  return <span ref={image} className="thumbnail" />;
}
