/*
 * The script of the frame through which the page fetches a picture that a reader has dragged here from another site's page
 * (src/widgets/classifier/picture/dragged.ts). The frame is of this site, since the service worker that isolates pages
 * answers for no other, and an isolated page lets in no frame that is not isolated. So one within it does the fetching: it
 * has no origin, so that it reaches nothing of this site's.
 */
(function () {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts');
  // It obeys the policy of fetch-frame.html, which lets this script in by its hash.
  frame.srcdoc = '<script>(' + fetchPictures + ')()</script>';
  addEventListener('message', function (message) {
    if (message.source === frame.contentWindow) parent.postMessage('ready', '*');
    else if (message.source === parent && message.ports[0])
      frame.contentWindow.postMessage('port', '*', [message.ports[0]]);
  });
  document.documentElement.append(frame);

  function fetchPictures() {
    addEventListener('message', function (message) {
      const page = message.ports[0];
      if (message.source !== parent || !page) return;
      page.onmessage = async function (asked) {
        try {
          const answer = await fetch(asked.data, { credentials: 'omit', referrerPolicy: 'no-referrer' });
          const bytes = await answer.arrayBuffer();
          page.postMessage({ ok: answer.ok, status: answer.status, bytes: bytes }, [bytes]);
        } catch (_) {
          page.postMessage(null);
        }
      };
    });
    parent.postMessage('ready', '*');
  }
})();
