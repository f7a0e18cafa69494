// Browsers that do not know modules or BigInt never run the app: they are told what to do instead. A file of its own,
// because the content security policy forbids scripts inside the page. Written for the oldest browsers.
/* global document */
(function () {
  var script = document.createElement('script');
  if (!('noModule' in script) || typeof BigInt === 'undefined') {
    document.getElementById('first-note').innerHTML =
      '浏览器版本过低，请改用 360 极速模式、Edge、Chrome 86 或更高版本。<br>This browser is too old: use Edge or Chrome 86 or newer.';
  }
})();
