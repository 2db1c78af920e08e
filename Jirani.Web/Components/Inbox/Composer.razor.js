// What is typed, and what waits to be sent, stand in the browser: a lost circuit loses neither, and whatever is sent twice carries the same id.
const patience = 5000;
const pause = 2000;
const longestWait = 10 * 60 * 1000;
const mostShown = 8;

// crypto.randomUUID exists on secure origins only, and a self-hoster's first try may be on plain HTTP.
const newId = () => {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};
const read = (place, otherwise) => JSON.parse(localStorage.getItem(place) ?? "null") ?? otherwise;
const write = (place, value) => (value.length > 0 ? localStorage.setItem(place, JSON.stringify(value)) : localStorage.removeItem(place));
const wait = time => new Promise(done => { setTimeout(done, time); });
const giveUp = async time => { await wait(time); throw new Error("no answer"); };

export const attach = (form, server, replies) => {
  if (!form?.isConnected) { return; }   // the box went while this came
  const conversation = form.dataset.conversation;
  const draftPlace = `jirani.draft.${conversation}`;
  const outboxPlace = `jirani.outbox.${conversation}`;
  const box = form.querySelector("textarea");
  const fault = form.querySelector(".fault");
  const counter = form.querySelector(".counter");
  const thread = form.parentElement;
  const messages = thread.querySelector(".messages");
  const pending = thread.querySelector(".pending");
  let outbox = read(outboxPlace, []);
  let isSending = false;
  let saving;

  const fit = () => {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
    counter.textContent = box.value.length >= 3500 ? `${box.value.length} of 4096` : "";
  };
  const keep = () => {
    write(draftPlace, box.value);
    document.dispatchEvent(new CustomEvent("jirani:draft"));
  };
  const fill = text => {
    box.value = text;
    fit();
    keep();
  };

  // A message of ours that came back as a row of the thread is no longer pending; both change before anything is painted.
  const settle = () => {
    for (const bubble of [...pending.children]) {
      if (messages.querySelector(`article[data-client="${bubble.dataset.sent}"]`)) { bubble.remove(); }
    }
  };
  const draw = (item, words) => {
    let bubble = [...pending.children].find(other => other.dataset.sent === item.id);
    if (!bubble) {
      bubble = document.createElement("div");
      bubble.dataset.sent = item.id;
      bubble.append(document.createElement("p"), document.createElement("small"));
      bubble.firstChild.textContent = item.text;
      bubble.firstChild.dir = "auto";
      bubble.style.display = "contents";
      pending.append(bubble);
    }
    bubble.lastChild.textContent = words;
    settle();
  };
  const takeBack = (item, why) => {
    outbox = outbox.filter(other => other !== item);
    write(outboxPlace, outbox);
    [...pending.children].find(bubble => bubble.dataset.sent === item.id)?.remove();
    fill(box.value.trim() ? `${item.text}\n${box.value}` : item.text);
    fault.textContent = why;
  };

  // In order, one at a time. An answer that does not come is asked for again under the same id, which sends nothing twice.
  const pump = async () => {
    if (isSending) { return; }
    isSending = true;
    while (outbox.length > 0 && form.isConnected) {
      const item = outbox[0];
      draw(item, "Sending");
      try {
        const why = await Promise.race([server.invokeMethodAsync("SendAsync", item.id, item.text), giveUp(patience)]);
        if (why) { takeBack(item, why); continue; }
        outbox = outbox.filter(other => other !== item);
        write(outboxPlace, outbox);
      } catch {
        outbox.forEach(other => draw(other, "Waiting for connection"));
        await wait(pause);
      }
    }
    isSending = false;
  };
  const post = () => {
    const text = box.value.trim();
    if (!text) { return; }
    const open = text.match(/\{\{[a-z.]{1,40}\}\}/);
    if (open) { fault.textContent = `Fill in ${open[0]} first: nothing is known to put there.`; return; }
    fault.textContent = "";
    const item = { id: newId(), text, at: Date.now() };
    outbox = [...outbox, item];
    write(outboxPlace, outbox);
    fill("");
    draw(item, "Sending");
    pump();
  };

  const picker = attachPicker(form, box, replies, text => { document.execCommand("insertText", false, text); });
  const isComposing = key => key.isComposing || key.keyCode === 229;   // Safari ends a composition before it tells of its Enter
  const enterSends = () => window.jirani.preference("enterSends");
  form.querySelector(".hint").textContent = enterSends() ? "Enter" : "Ctrl+Enter";

  box.addEventListener("input", () => {
    fit();
    picker.look();
    clearTimeout(saving);
    saving = setTimeout(keep, 300);
  });
  box.addEventListener("keydown", key => {
    if (isComposing(key) || picker.takes(key)) { return; }
    if (key.key === "Enter" && !key.shiftKey && (enterSends() || key.ctrlKey || key.metaKey)) {
      key.preventDefault();
      post();
    }
  });
  form.addEventListener("submit", submit => { submit.preventDefault(); post(); });
  form.querySelector(".quick").addEventListener("click", () => { box.focus(); picker.open(); });
  thread.addEventListener("click", click => {
    const edited = click.target.closest("[data-edit]")?.closest("article");
    if (edited) { fill(edited.querySelector(".bubble p").textContent); box.focus(); }
  });
  new MutationObserver(settle).observe(messages, { childList: true, subtree: true });

  // What waited too long is given back to be looked at, not sent behind the owner's back.
  const stale = outbox.filter(item => Date.now() - item.at > longestWait);
  outbox = outbox.filter(item => !stale.includes(item));
  write(outboxPlace, outbox);
  // What was typed before this script came counts more than what was kept.
  fill([box.value || read(draftPlace, ""), ...stale.map(item => item.text)].filter(Boolean).join("\n"));
  outbox.forEach(item => draw(item, "Waiting for connection"));
  pump();
};

const isSubsequence = (asked, text) => {
  let place = 0;
  for (const letter of text) { if (letter === asked[place]) { place += 1; } }
  return place === asked.length;
};

// A slash at the beginning or after a space offers what is said often; choosing puts it where the slash stood.
const attachPicker = (form, box, replies, insert) => {
  const panel = form.querySelector(".picker");
  let found = [];
  let chosen = 0;

  const asked = () => box.value.slice(0, box.selectionStart).match(/(?:^|\s)\/([\w-]{0,32})$/)?.[1]?.toLowerCase();
  const close = () => { panel.hidden = true; };
  const choose = reply => {
    const word = asked();
    if (word !== undefined) { box.setSelectionRange(box.selectionStart - word.length - 1, box.selectionStart); }
    close();
    box.focus();
    insert(reply.text);
  };
  const option = (reply, place) => {
    const line = document.createElement("button");
    line.type = "button";
    line.className = place === chosen ? "option on" : "option";
    line.append(Object.assign(document.createElement("b"), { textContent: `/${reply.code}` }), Object.assign(document.createElement("span"), { textContent: reply.text }));
    line.addEventListener("mousedown", press => { press.preventDefault(); choose(reply); });
    return line;
  };
  const draw = () => {
    const none = Object.assign(document.createElement("p"), { textContent: replies.length ? "No quick reply like that." : "No quick replies yet. Settings is where they are written." });
    panel.replaceChildren(...(found.length ? found.map(option) : [none]));
    panel.hidden = false;
  };
  const show = word => {
    found = replies.filter(reply => isSubsequence(word, reply.code) || reply.text.toLowerCase().includes(word)).slice(0, mostShown);
    chosen = 0;
    draw();
  };

  box.addEventListener("blur", close);
  return {
    open: () => show(""),
    look: () => { const word = asked(); if (word === undefined) { close(); } else { show(word); } },
    takes: key => {
      if (panel.hidden) { return false; }
      if (key.key === "Escape") { key.stopPropagation(); close(); }
      else if (found.length === 0) { return false; }
      else if (key.key === "ArrowDown" || key.key === "ArrowUp") { chosen = (chosen + (key.key === "ArrowDown" ? 1 : found.length - 1)) % found.length; draw(); }
      else if ((key.key === "Enter" && !key.shiftKey) || key.key === "Tab") { choose(found[chosen]); }
      else { return false; }
      key.preventDefault();
      return true;
    },
  };
};
