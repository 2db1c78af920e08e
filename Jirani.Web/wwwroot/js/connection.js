// Starts the circuit, and while it is away says so without taking anything from the screen.
// A circuit that is gone for good is one reload away: the address, the draft and what waits to be sent are in the browser.
(() => {
  const longest = 30_000;
  const clock = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const delay = attempt => (attempt === 0 ? 0 : Math.min(longest, 500 * 2 ** attempt) * (0.75 + Math.random() / 2));

  const isServed = async () => {
    try { return (await fetch("health/live", { cache: "no-store" })).ok; } catch { return false; }
  };
  // Not a blind reload: while nobody serves, that would swap a readable screen for the browser's error page.
  const reloadOnceServed = async () => {
    while (!(await isServed())) { await new Promise(done => { setTimeout(done, 1000); }); }
    location.reload();
  };

  document.addEventListener("DOMContentLoaded", () => {
    const bar = document.getElementById("components-reconnect-modal");
    bar.addEventListener("components-reconnect-state-changed", ({ detail: { state } }) => {
      if (state === "show") { bar.querySelector("time").textContent = clock(); }
      document.documentElement.dataset.connection = state === "hide" ? "live" : "lost";
      if (state === "failed" || state === "rejected") { reloadOnceServed(); }
    });
    bar.querySelector("button").addEventListener("click", async () => {
      if ((await Blazor.reconnect()) === false) { reloadOnceServed(); }
    });
    Blazor.start({ circuit: { reconnectionOptions: { maxRetries: 1000, retryIntervalMilliseconds: attempt => delay(attempt) } } });
  });
})();
