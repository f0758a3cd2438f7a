/** A hidden frame of this page, and the port to the script in it. */
export interface HiddenFrame {
  port: MessagePort;
  close(): void;
}

/** The greeting of a script that is written into the frame may come after the frame's `load`, in milliseconds. */
const greetingMs = 200;

/**
 * Puts a hidden frame into the page. Its script speaks first, and is then handed the other end of the port. Rejects where
 * a policy of the site or the browser does not let the frame or its script in.
 * @param title what the frame is for
 * @param content `srcdoc` has no origin, cookies or storage, and obeys the page's own policy; a document at `src`, on this
 *   site, obeys only what it says itself
 */
export async function openFrame(
  title: string,
  content: { src: string } | { srcdoc: string },
): Promise<HiddenFrame> {
  const frame = document.createElement('iframe');
  if ('srcdoc' in content) frame.sandbox.add('allow-scripts');
  frame.referrerPolicy = 'no-referrer';
  frame.hidden = true;
  Object.assign(frame, { title, ...content });
  try {
    await new Promise<void>((resolve, reject) => {
      const hear = ({ source }: MessageEvent) => {
        if (source !== frame.contentWindow) return;
        removeEventListener('message', hear);
        resolve();
      };
      addEventListener('message', hear);
      frame.addEventListener('load', () => {
        setTimeout(() => {
          removeEventListener('message', hear);
          reject(new Error('its frame was not let in'));
        }, greetingMs);
      });
      document.body.append(frame);
    });
  } catch (error) {
    frame.remove();
    throw error;
  }
  const { port1, port2 } = new MessageChannel();
  frame.contentWindow?.postMessage('port', '*', [port2]);
  return {
    port: port1,
    close() {
      port1.close();
      frame.remove();
    },
  };
}
