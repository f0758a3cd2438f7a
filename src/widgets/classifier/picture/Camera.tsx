import { useEffect, useRef, useState } from 'react';
import { isFramed } from '../../../figure/tools/isFramed.ts';
import { OwnTab } from '../../../figure/tools/OwnTab.tsx';
import { masking, readsTrue } from '../../../lib/readsTrue.ts';

interface Props {
  take: (picture: Blob, name: string) => Promise<void>;
  close: () => void;
}

/** The camera's picture, live, until the reader takes one; the camera is off before and after. */
export function Camera({ take, close }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const [problem, setProblem] = useState('');
  const [isRefused, setRefused] = useState(false);

  useEffect(() => {
    let stream: MediaStream | undefined;
    let closed = false;
    const open = async () => {
      if (!readsTrue()) {
        return setProblem(
          `${masking.message} Choose a JPEG or PNG file: this page can read those by itself.`,
        );
      }
      if (!('mediaDevices' in navigator)) {
        return setProblem(
          'Browsers lend the camera only to pages that come over https. Choose a picture instead.',
        );
      }
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          video: { facingMode: 'environment' },
        });
        if (closed) return stopCamera(stream);
        if (video.current) video.current.srcObject = stream;
      } catch (error) {
        if (closed) return;
        setProblem(explainCamera(error));
        setRefused(nameOf(error) === 'NotAllowedError' || isForbidden());
      }
    };
    void open();
    return () => {
      closed = true;
      stopCamera(stream);
    };
  }, []);

  const shoot = async () => {
    if (!video.current?.videoWidth) return;
    const { videoWidth, videoHeight } = video.current;
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: videoWidth, height: videoHeight });
    canvas.getContext('2d')?.drawImage(video.current, 0, 0);
    close();
    const picture = await new Promise<Blob | null>((given) => canvas.toBlob(given));
    if (picture) await take(picture, 'camera picture');
  };

  if (problem) {
    return (
      <p className="problem" role="alert">
        {problem} {isRefused && isFramed() && <OwnTab />}
      </p>
    );
  }
  return (
    <div className="camera">
      <video ref={video} autoPlay muted playsInline aria-label="What the camera sees" />
      <div className="buttons">
        <button type="button" className="primary" onClick={() => void shoot()}>
          Take the picture
        </button>
        <button type="button" onClick={close}>
          Close the camera
        </button>
      </div>
    </div>
  );
}

function stopCamera(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '');

/** Whether the page may not even ask for the camera; browsers that do not say so refuse it all the same. */
function isForbidden(): boolean {
  const { featurePolicy } = document as {
    featurePolicy?: { allowsFeature(name: string): boolean };
  };
  return featurePolicy?.allowsFeature('camera') === false;
}

function explainCamera(error: unknown): string {
  const name = nameOf(error);
  if (isFramed() && (name === 'NotAllowedError' || isForbidden())) {
    return 'The camera was refused, by you or by the page around this frame, which may forbid it. Choose a picture instead.';
  }
  if (name === 'NotAllowedError')
    return 'The browser was denied access to the camera. Allow it in the address bar, or choose a picture instead.';
  if (name === 'NotFoundError') return 'This device has no camera. Choose a picture instead.';
  return 'The camera could not be started. Choose a picture instead.';
}
