/*
 * What a class link hides (src/page/classroom/classLink.ts writes them), before the page is drawn: so nothing flashes
 * or moves. Kept for as long as the tab is open. In ES5, as before-paint.js.
 */
(function () {
  var page = document.documentElement;
  var kept = 'class-link';
  var parts = 'solutions|hints|answers|controls';
  var form = new RegExp('^((?:' + parts + ')(?:\\.(?:' + parts + '))*)?(?:~([^~]{0,60}))?$');
  var words = {
    solutions: 'solutions of exercises',
    hints: 'hints',
    answers: 'answers to quick checks, until you ask for them',
    controls: 'controls of figures',
  };

  // Whether a teacher has switched on “Ask the room” on this device.
  try {
    if (localStorage.getItem('ask-room') === 'on') page.setAttribute('data-asks-room', '');
  } catch (_) {
    // Without storage it is off.
  }

  var given = null;
  var asked = /[?&]class=([^&]*)/.exec(location.search);
  var isDamaged = false;
  if (asked) {
    given = read(asked[1]);
    isDamaged = !given;
  }
  try {
    if (given) sessionStorage.setItem(kept, given[0]);
    else given = form.exec(sessionStorage.getItem(kept) || '');
  } catch (_) {
    // Without storage it holds for this page.
  }
  if (given && !given[0]) given = null;
  var hidden = given && given[1] ? given[1].split('.') : [];
  if (hidden.length) page.setAttribute('data-class-hides', hidden.join(' '));
  if (given || isDamaged) whenThere('.top-bar', showNotice);

  /** What a link says; null where it is damaged. */
  function read(text) {
    try {
      var value = decodeURIComponent(text.replace(/\+/g, ' '));
      return value ? form.exec(value) : null;
    } catch (_) {
      return null;
    }
  }

  /** Calls back as soon as the page has come so far: nothing is drawn before that. */
  function whenThere(selector, callback) {
    function look() {
      var part = document.querySelector(selector);
      if (!part) return;
      observer.disconnect();
      callback(part);
    }
    var observer = new MutationObserver(look);
    observer.observe(page, { childList: true, subtree: true });
    look();
  }

  function showNotice(bar) {
    var notice = document.createElement('aside');
    notice.className = 'class-notice';
    notice.setAttribute('aria-label', 'The view of a class');
    var sentence = notice.appendChild(document.createElement('p'));
    sentence.textContent = given
      ? sayHidden()
      : 'Part of this link is damaged: what your teacher wanted to hide is shown. Ask for the link again.';
    if (given) {
      if (given[2]) {
        var title = document.createElement('strong');
        title.textContent = given[2];
        sentence.insertBefore(document.createTextNode(' '), sentence.firstChild);
        sentence.insertBefore(title, sentence.firstChild);
      }
      var button = notice.appendChild(document.createElement('button'));
      button.type = 'button';
      button.textContent = 'Leave the class’s view';
      button.addEventListener('click', leave);
    }
    bar.parentNode.insertBefore(notice, bar.nextSibling);
  }

  function sayHidden() {
    if (!hidden.length) return 'You are reading with your class.';
    var all = hidden.map(function (part) {
      return words[part];
    });
    var last = all.pop();
    return 'Your teacher has hidden: ' + (all.length ? all.join('; ') + '; ' : '') + last + '.';
  }

  function leave() {
    try {
      sessionStorage.removeItem(kept);
    } catch (_) {
      // It was never kept.
    }
    page.removeAttribute('data-class-hides');
    document.querySelector('.class-notice').remove();
    var rest = location.search.replace(/([?&])class=[^&]*&?/, '$1').replace(/[?&]$/, '');
    if (window === window.top) history.replaceState(null, '', location.pathname + rest + location.hash);
    // The button that had the focus is gone.
    var main = document.getElementById('main');
    main.tabIndex = -1;
    main.focus({ preventScroll: true });
  }
})();
