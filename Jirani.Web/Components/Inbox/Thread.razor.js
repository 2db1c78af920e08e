// The newest message stays in view by style alone; here is what style cannot do: resting at what is new, and saying how much came below.
const near = 80;
const isAtEnd = log => Math.abs(log.scrollTop) < near;

export const open = log => {
  const messages = log.querySelector(".messages");
  const pill = log.parentElement.querySelector(".pill");
  let unseen = 0;
  const tell = () => {
    pill.hidden = unseen === 0;
    pill.textContent = `↓ ${unseen} new`;
  };
  const isMessage = node => node.nodeType === Node.ELEMENT_NODE && (node.matches("article.in") || node.querySelector("article.in") !== null);

  messages.querySelector("#new")?.scrollIntoView({ block: "center" });
  pill.addEventListener("click", () => { log.scrollTop = 0; });
  log.addEventListener("scroll", () => { if (unseen > 0 && isAtEnd(log)) { unseen = 0; tell(); } });
  let last = messages.querySelector("section:last-of-type article.in:last-of-type")?.id;
  new MutationObserver(changes => {
    const newest = [...messages.querySelectorAll("article.in")].at(-1)?.id;
    if (newest === last || !changes.some(change => [...change.addedNodes].some(isMessage))) { return; }
    last = newest;
    if (!isAtEnd(log)) { unseen += 1; tell(); }
  }).observe(messages, { childList: true, subtree: true });
};

export const show = (log, id) => {
  const message = log.querySelector(`#m${id}`);
  message?.scrollIntoView({ block: "center" });
  message?.classList.add("found");
  setTimeout(() => message?.classList.remove("found"), 2000);
};
