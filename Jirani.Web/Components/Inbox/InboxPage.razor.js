// Notifications, their tone, the dot on the tab, and drafts in the list. All of it is the browser's, read from the list as it is
// drawn: the server is not asked for it with every message.
const burst = 10_000;
let lastTone = 0;
let heardUntil = null;

const tone = () => {
  if (!window.jirani.preference("sound") || Date.now() - lastTone < burst) { return; }
  lastTone = Date.now();
  const audio = new AudioContext();
  const [sound, volume] = [audio.createOscillator(), audio.createGain()];
  sound.frequency.value = 880;
  volume.gain.setValueAtTime(0.12, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.35);
  sound.connect(volume).connect(audio.destination);
  sound.start();
  sound.stop(audio.currentTime + 0.35);
  sound.onended = () => audio.close();
};

const isOn = () => "Notification" in window && Notification.permission === "granted" && localStorage.getItem("jirani.notifications") === "on";

const markDrafts = () => {
  for (const line of document.querySelectorAll("a.line")) {
    const id = line.pathname.split("/").at(-1);
    const draft = JSON.parse(localStorage.getItem(`jirani.draft.${id}`) ?? '""');
    line.toggleAttribute("data-draft", draft !== "");
    const preview = line.querySelector(".preview");
    if (draft && preview) { preview.dataset.draft = `Draft: ${draft}`; }
  }
};

const tell = line => {
  const isSeen = document.visibilityState === "visible" && document.hasFocus() && line.hasAttribute("aria-current");
  if (isSeen || !isOn()) { return; }
  tone();
  const address = line.getAttribute("href");
  const isAnswered = line.querySelector(".tick") !== null;   // that somebody reads it, by the bot
  const body = isAnswered ? "Waits for you" : line.querySelector(".preview").textContent;
  const note = new Notification(line.querySelector(".name").textContent, { body, tag: address, icon: "favicon.svg" });
  note.onclick = () => {
    window.focus();
    Blazor.navigateTo(`/${address}`);
    note.close();
  };
};

// The first look only says from when on something is new.
const hear = list => {
  document.querySelector("link[rel=icon]").href = list.dataset.unread > 0 ? "favicon-unread.svg" : "favicon.svg";
  const waiting = [...list.querySelectorAll("a.line[data-waits]")].map(line => ({ line, at: line.querySelector("time").dateTime }));
  const since = heardUntil;
  heardUntil = waiting.reduce((newest, { at }) => (newest > at ? newest : at), since ?? "");
  if (since !== null) { waiting.filter(({ at }) => at > since).forEach(({ line }) => tell(line)); }
};

export const start = bell => {
  const draw = () => { bell.setAttribute("aria-pressed", isOn() ? "true" : "false"); };
  bell.addEventListener("click", async () => {
    const turnsOn = !isOn() && "Notification" in window && (await Notification.requestPermission()) === "granted";
    localStorage.setItem("jirani.notifications", turnsOn ? "on" : "off");
    if (turnsOn) { lastTone = 0; tone(); }
    bell.title = turnsOn ? "Notifications are on" : ("Notification" in window && Notification.permission === "denied" ? "This browser does not let Jirani notify you: allow it in the settings of the page" : "Notifications are off");
    draw();
  });
  draw();
  document.addEventListener("jirani:draft", markDrafts);
  const list = bell.closest(".list");
  const look = () => {
    markDrafts();
    hear(list);
  };
  new MutationObserver(look).observe(list, { childList: true, characterData: true, subtree: true });
  look();
};
