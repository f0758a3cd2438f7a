/*
 * Remembers what a reader does at a figure whose script has not come yet, as on a slow line: src/page/figures/wake.ts does it
 * once the figure is awake. In a file of its own and in ES5, since it must come first, and to every browser.
 */
(function () {
  var actions = (window.earlyActions = []);
  var own = 'button, input[type="checkbox"], input[type="radio"]';

  var asleep =
    'figure[data-widget]:not([data-ready]) [data-island], [data-exercise]:not([data-ready]) [data-island]';

  function islandOf(element) {
    return element.closest && element.closest(asleep);
  }

  function remember(island, control, value) {
    var known = actions.filter(function (action) {
      return action.control === control;
    })[0];
    if (known) known.value = value;
    else actions.push({ control: control, value: value });
    control.setAttribute('data-waiting', '');
    var figure = island.parentNode;
    if (figure.querySelector('.waking')) return;
    var notice = document.createElement('p');
    notice.className = 'waking';
    notice.setAttribute('role', 'status');
    var what = figure.hasAttribute('data-exercise') ? 'exercise' : 'figure';
    notice.textContent =
      'This ' +
      what +
      ' is still being downloaded. What you chose is remembered, and done when it is here.';
    figure.appendChild(notice);
  }

  document.addEventListener(
    'click',
    function (event) {
      var island = islandOf(event.target);
      var control = island && event.target.closest(own);
      if (!control || control.disabled) return;
      event.preventDefault();
      event.stopPropagation();
      remember(island, control, null);
    },
    true
  );

  // A value stays as the reader has set it; ticks are clicks.
  function onValue(event) {
    var control = event.target;
    var island = islandOf(control);
    if (island && !control.matches(own)) remember(island, control, control.value);
  }
  document.addEventListener('input', onValue, true);
  document.addEventListener('change', onValue, true);

  // Without a script that takes it, a file that is dropped takes the place of the page.
  function onDrag(event) {
    if (islandOf(event.target)) event.preventDefault();
  }
  document.addEventListener('dragover', onDrag, true);
  document.addEventListener('drop', onDrag, true);

  // Of a page that was opened as a file, a link to a folder would list the folder.
  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('a[href]');
    if (!link || link.protocol !== 'file:') return;
    link.pathname = link.pathname.replace(/\/$/, '/index.html');
  });
})();
