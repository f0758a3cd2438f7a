/*
 * Runs before the first paint, in every browser: in ES5, and a file of its own, since a strict
 * Content-Security-Policy lets no script run that is written into the page.
 */
(function () {
  var page = document.documentElement;

  // The reader's theme, else the system's, so that none flashes. Without JavaScript the page is light.
  var theme = null;
  try {
    theme = localStorage.getItem('theme');
  } catch (_) {
    // Without storage the system's.
  }
  if (theme !== 'light' && theme !== 'dark') {
    var dark = window.matchMedia && matchMedia('(prefers-color-scheme: dark)').matches;
    theme = dark ? 'dark' : 'light';
  }
  page.setAttribute('data-theme', theme);

  // The reader's size of text and motion, as src/contract/settings.ts reads them.
  var settings = null;
  try {
    settings = JSON.parse(localStorage.getItem('settings'));
  } catch (_) {
    // Without storage, or damaged: the defaults.
  }
  settings = Object(settings);
  if (typeof settings.textSize === 'number' && settings.textSize >= 90 && settings.textSize <= 150) {
    page.style.setProperty('--text-scale', String(settings.textSize / 100));
    if (settings.textSize > 100) page.setAttribute('data-text', 'larger');
  }
  var isReduced = window.matchMedia && matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (settings.motion === 'reduced') isReduced = true;
  if (settings.motion === 'full') isReduced = false;
  page.setAttribute('data-motion', isReduced ? 'reduced' : 'full');

  // A lesson that is presented shows one screen at a time from the start.
  var present = /[?&]present(?:=([^&]*))?(?:&|$)/.exec(location.search);
  if (present) page.setAttribute('data-present', present[1] === 'mirror' ? 'mirror' : 'audience');

  // One sentence at the top where the figures cannot work; the text needs none of this.
  var isSaid = false;
  function say(sentence) {
    if (isSaid) return;
    isSaid = true;
    // Nothing would show the first screen.
    page.removeAttribute('data-present');
    var notice = document.createElement('p');
    notice.className = 'notice page-notice';
    notice.setAttribute('role', 'status');
    notice.appendChild(document.createTextNode(sentence));
    function show() {
      var bar = document.querySelector('.top-bar');
      document.body.insertBefore(notice, bar ? bar.nextSibling : document.body.firstChild);
    }
    if (document.body) show();
    else document.addEventListener('DOMContentLoaded', show);
  }

  if (location.protocol === 'file:') {
    say(
      'This page was opened as a file, and browsers run no figures from files; the text is complete. To use the figures, run “npx serve” or “python3 -m http.server” in the folder that holds the whole site, and open the address it prints.'
    );
  } else if (!isCurrent()) {
    say(
      'Some figures may not work in this browser: they need Chrome or Edge 109, Firefox 115 or Safari 16.4, or later. The text is complete.'
    );
  }

  // The page's own script did not come: a host that forbids it, or a line that is down.
  window.addEventListener(
    'error',
    function (event) {
      if (event.target.tagName !== 'SCRIPT' || event.target.type !== 'module') return;
      say(
        'The script of this page did not load, so its figures do not work; the text is complete. Reload the page. If this is your site, serve the whole folder from one address, and let its pages load scripts from there.'
      );
    },
    true
  );

  // Each came with the first version that is named: MathML with Chrome 109, toSorted with Firefox 115 (and with
  // Chrome only later), the question for import maps with Safari 16.4.
  function isCurrent() {
    return (
      'MathMLElement' in window &&
      ('toSorted' in [] || !('MozAppearance' in page.style)) &&
      !!window.HTMLScriptElement.supports &&
      HTMLScriptElement.supports('importmap')
    );
  }
})();
