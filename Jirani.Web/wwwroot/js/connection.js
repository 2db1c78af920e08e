// Starts the circuit, and while it is away says so without taking anything from the screen.
// A circuit that is gone for good is one reload away: the address, the draft and what waits to be sent are in the browser.
(() => {
  const longest = 30_000;
  const pause = milliseconds => new Promise(done => { setTimeout(done, milliseconds); });
  const clock = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const delay = attempt => (attempt === 0 ? 0 : Math.min(longest, 500 * 2 ** attempt) * (0.75 + Math.random() / 2));

  const isServed = async () => {
    try { return (await fetch("health/live", { cache: "no-store" })).ok; } catch { return false; }
  };
  // Not a blind reload: while nobody serves, that would swap a readable screen for the browser's error page.
  const reloadOnceServed = async () => {
    while (!(await isServed())) { await pause(1000); }
    location.reload();
  };
  const reconnect = async () => {
    if ((await Blazor.reconnect()) === false) { reloadOnceServed(); }
  };
  const isLost = () => document.documentElement.dataset.connection === "lost";
  // The circuit's own tries grow rare; a small question finds out sooner that the app is back, and not from all screens in the same second.
  const reconnectOnceServed = async () => {
    while (isLost()) {
      await pause(2000 + Math.random() * 1000);
      if (isLost() && await isServed()) { await reconnect(); }
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    const bar = document.getElementById("components-reconnect-modal");
    bar.addEventListener("components-reconnect-state-changed", ({ detail: { state } }) => {
      document.documentElement.dataset.connection = state === "hide" ? "live" : "lost";
      if (state === "show") {
        bar.querySelector("time").textContent = clock();
        reconnectOnceServed();
      }
      if (state === "failed" || state === "rejected") { reloadOnceServed(); }
    });
    bar.querySelector("button").addEventListener("click", reconnect);
    Blazor.start({ circuit: { reconnectionOptions: { maxRetries: 1000, retryIntervalMilliseconds: attempt => delay(attempt) } } });
  });
})();
