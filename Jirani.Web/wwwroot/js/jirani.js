// Runs before anything is drawn, so that the ground has the right colour from the first moment.
window.jirani = (() => {
  const key = "jirani.theme";
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (localStorage.getItem(key) ?? (system.matches ? "dark" : "light")) === "dark";
  const apply = () => { document.documentElement.dataset.theme = isDark() ? "dark" : "light"; };
  apply();

  document.addEventListener("DOMContentLoaded", () => {
    const bar = document.getElementById("components-reconnect-modal");
    bar?.addEventListener("components-reconnect-state-changed", change => {
      if (change.detail.state === "failed" || change.detail.state === "rejected") {
        location.reload();
      }
    });
  });

  return {
    isDark,
    chooseTheme(dark) { localStorage.setItem(key, dark ? "dark" : "light"); apply(); },
  };
})();
