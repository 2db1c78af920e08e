// The pay page works without this. With it, the page follows a payment by itself, and a button is pressed once.
const quick = 3000, slow = 10000;
let main = document.querySelector('main'), pause = quick;

const buttons = isOff => document.querySelectorAll('form[data-once] button').forEach(button => { button.disabled = isOff; });
addEventListener('submit', () => buttons(true));
addEventListener('pageshow', () => buttons(false));   // come back to by the browser's Back

// Typing a number chooses it.
addEventListener('input', event => {
  const other = event.target.name === 'phone' && document.querySelector('[name=payer][value=other]');
  if (other) other.checked = true;
});

const show = page => {
  const fresh = page.querySelector('main'), hadFocus = main.contains(document.activeElement);
  main.replaceWith(fresh);
  main = fresh;
  document.title = page.title;
  document.querySelector('[role=status]').textContent = [...main.querySelectorAll('h1, .lead')].map(text => text.textContent.trim()).join('. ');
  if (hadFocus) main.querySelector('h1').focus();
  pause = quick;
};

const look = async () => {
  try {
    const answer = await fetch(location.href, { cache: 'no-store' });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (page.querySelector('main')?.dataset.state !== main.dataset.state) show(page);
    }
  } catch { /* no network: the next look may have one */ }
};

const seen = () => document.hidden ? new Promise(done => document.addEventListener('visibilitychange', done, { once: true })) : null;

const follow = async () => {
  while ('follow' in main.dataset) {
    await new Promise(done => setTimeout(done, pause));
    pause = Math.min(pause * 1.15, slow);
    await seen();
    await look();
  }
};
follow();
