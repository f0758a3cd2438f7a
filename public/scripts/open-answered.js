/*
 * Opens the choices that were made here earlier before the page is drawn, in the room that
 * src/page/quickChecks.ts then takes: so nothing moves when it comes. In ES5, as before-paint.js.
 */
(function () {
  try {
    var answers = JSON.parse(localStorage.getItem('quick-checks')) || {};
    var here = document.querySelector('[data-lesson]').getAttribute('data-lesson');
    Object.keys(answers).forEach(function (key) {
      var parts = key.split('/');
      var check = parts[0] === here && document.getElementById(parts[1]);
      var folds = check ? check.querySelectorAll('details') : [];
      answers[key].forEach(function (index) {
        if (folds[index]) folds[index].setAttribute('open', '');
      });
    });
  } catch (_) {
    // Without storage nothing was answered earlier.
  }
})();
