// Every key stands in the markup, on the thing that it presses: data-key on a button, a link or a box; data-go on what G leads to.
(() => {
  const isTyping = target => target.closest("input, textarea, select, [contenteditable]") !== null;
  const isShown = element => element.getClientRects().length > 0;
  const find = (name, key) => [...document.querySelectorAll(`[${name}="${CSS.escape(key)}"]`)].find(isShown);
  const press = element => {
    if (element.matches("input, textarea, select")) { element.focus(); element.select?.(); } else { element.click(); }
  };
  const step = by => {
    const lines = [...document.querySelectorAll("a.line")].filter(isShown);
    const here = lines.findIndex(line => line === document.activeElement);
    const from = here >= 0 ? here : lines.findIndex(line => line.getAttribute("aria-current") === "page");
    lines[Math.max(0, Math.min(lines.length - 1, from + by))]?.focus();
  };
  const openSheet = () => {
    const sheet = document.getElementById("keys");
    if (!sheet) { return; }
    sheet.querySelectorAll("[data-preference]").forEach(box => { box.checked = window.jirani.preference(box.dataset.preference); });
    sheet.showModal();
  };
  const own = {
    "?": openSheet,
    j: () => step(1),
    k: () => step(-1),
    g: () => { isGoing = true; },
  };
  let isGoing = false;

  const withControl = event => {
    if (event.key !== "k" && event.key !== "/") { return; }
    event.preventDefault();
    if (event.key === "/") { openSheet(); } else { find("data-key", "/")?.focus(); }
  };
  const single = event => {
    const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const target = find(isGoing ? "data-go" : "data-key", letter);
    const deed = target ? () => press(target) : (isGoing ? undefined : own[letter]);
    isGoing = false;
    if (deed) {
      event.preventDefault();
      deed();
    }
  };

  document.addEventListener("keydown", event => {
    if (event.isComposing || document.querySelector("dialog[open]")) { return; }
    if (event.ctrlKey || event.metaKey) { withControl(event); return; }
    if (isTyping(event.target)) {
      if (event.key === "Escape") { event.target.blur(); }
      return;
    }
    if (!event.altKey && window.jirani.preference("singleKeys")) { single(event); }
  });
  document.addEventListener("change", ({ target }) => {
    if (target.dataset.preference) { window.jirani.prefer(target.dataset.preference, target.checked); }
  });
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-help]")) { openSheet(); }
  });
})();
