/*
 * The script of the frame that fetches a picture which a reader has dragged here from another site's page
 * (src/widgets/classifier/picture/dragged.ts). It has no origin, so it reaches nothing of this site's.
 */
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
