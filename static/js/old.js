// For browsers that cannot run the page: say so, in words that they understand.

(function () {
  var notice = document.querySelector("[data-old]");
  var can = window.HTMLScriptElement && HTMLScriptElement.supports && HTMLScriptElement.supports("importmap");
  if (notice && !can) notice.removeAttribute("hidden");
})();
