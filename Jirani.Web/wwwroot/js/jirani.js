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

  // crypto.randomUUID exists on secure origins only, and a self-hoster's first try may be on plain HTTP.
  const newId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const hex = [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };

  // The draft and the id it is sent under live in the browser: a lost circuit loses neither, and a second press sends nothing twice.
  const compose = (form, server) => {
    const place = `jirani.draft.${form.dataset.conversation}`;
    const box = form.querySelector("textarea");
    const fault = form.querySelector(".fault");
    const counter = form.querySelector(".counter");
    let draft = JSON.parse(localStorage.getItem(place) ?? "null") ?? { id: newId(), text: "" };
    let saving;
    let isSending = false;

    const save = () => (draft.text ? localStorage.setItem(place, JSON.stringify(draft)) : localStorage.removeItem(place));
    const fit = () => {
      box.style.height = "auto";
      box.style.height = `${box.scrollHeight}px`;
      counter.textContent = box.value.length >= 3500 ? `${box.value.length} of 4096` : "";
    };
    const send = async () => {
      if (isSending || !box.value.trim()) { return; }
      isSending = true;
      const sent = draft;
      save();
      try {
        fault.textContent = (await server.invokeMethodAsync("SendAsync", sent.id, sent.text)) ?? "";
        if (!fault.textContent) {
          localStorage.removeItem(place);
          if (draft === sent) { box.value = ""; draft = { id: newId(), text: "" }; fit(); }
        }
      } catch {
        fault.textContent = "No connection. Your text is kept; send it again in a moment.";
      } finally {
        isSending = false;
      }
    };

    box.value = draft.text;
    fit();
    box.addEventListener("input", () => {
      draft = { id: newId(), text: box.value };
      fit();
      clearTimeout(saving);
      saving = setTimeout(save, 300);
    });
    box.addEventListener("keydown", key => {
      if (key.key === "Enter" && !key.shiftKey && !key.isComposing) { key.preventDefault(); send(); }
    });
    form.addEventListener("submit", submit => { submit.preventDefault(); send(); });
  };

  return {
    compose,
    isDark,
    chooseTheme(dark) { localStorage.setItem(key, dark ? "dark" : "light"); apply(); },
  };
})();
