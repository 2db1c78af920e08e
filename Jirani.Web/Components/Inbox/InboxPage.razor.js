// Notifications, their tone, the dot on the tab, and drafts in the list. All of it is the browser's, and asked for by a press.
const burst = 10_000;
let lastTone = 0;

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
  new MutationObserver(markDrafts).observe(list, { childList: true, subtree: true });
  markDrafts();
};

export const mark = unread => {
  document.querySelector("link[rel=icon]").href = unread > 0 ? "favicon-unread.svg" : "favicon.svg";
};

export const tell = (title, text, address, isOpen) => {
  const isSeen = document.visibilityState === "visible" && document.hasFocus() && isOpen;
  if (isSeen || !isOn()) { return; }
  tone();
  const note = new Notification(title, { body: text, tag: address, icon: "favicon.svg" });
  note.onclick = () => {
    window.focus();
    Blazor.navigateTo(`/${address}`);
    note.close();
  };
};
