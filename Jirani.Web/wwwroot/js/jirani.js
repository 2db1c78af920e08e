// Runs before anything is drawn, so that the ground has the right colour from the first moment.
window.jirani = (() => {
  const themePlace = "jirani.theme";
  const preferencesPlace = "jirani.preferences";
  const usual = { singleKeys: true, enterSends: true, sound: true, openingReads: true };
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (localStorage.getItem(themePlace) ?? (system.matches ? "dark" : "light")) === "dark";
  const apply = () => { document.documentElement.dataset.theme = isDark() ? "dark" : "light"; };
  const preferences = () => ({ ...usual, ...JSON.parse(localStorage.getItem(preferencesPlace) ?? "{}") });
  apply();
  system.addEventListener("change", apply);
  document.addEventListener("click", ({ target }) => {
    if (!target.closest("[data-theme-toggle]")) { return; }
    localStorage.setItem(themePlace, isDark() ? "light" : "dark");
    apply();
  });

  return {
    preference: name => preferences()[name],
    prefer(name, value) { localStorage.setItem(preferencesPlace, JSON.stringify({ ...preferences(), [name]: value })); },
  };
})();
