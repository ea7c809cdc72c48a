// On the page of a notebook: keeps the student's work, and says in the notebook's language what would lose it.
const said = JSON.parse(document.getElementById("degrau-words").textContent);
const path = new URLSearchParams(location.search).get("path") ?? "";
const words = said[path.split("/")[0]] ?? Object.values(said)[0];
const TICK = 100;

/** Shows a notice above everything; gives it. */
function show(text) {
  const notice = document.createElement("div");
  notice.setAttribute("role", "alert");
  notice.className = "degrau-notice";
  notice.style.cssText =
    "position:fixed;inset:auto 0 0 0;z-index:20000;padding:1em;background:#fff3cd;color:#1b1b1b;border-top:3px solid #8a5300;font:1rem/1.5 system-ui,sans-serif";
  notice.textContent = text;
  document.body.append(notice);
  return notice;
}

/** Gives the notebook as a file, as it is in this page, whether it could be saved or not. */
function download(context) {
  const content = JSON.stringify(context.model.toJSON(), null, 1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: "application/x-ipynb+json" }));
  link.download = path.split("/").pop();
  link.click();
}

/** Says it where the browser does not save, with a way out, until it does again. */
function tellOfFailures(context) {
  let notice = null;
  context.saveState.connect((_, state) => {
    if (state === "failed" && notice === null) {
      notice = show(words.unsaved + " ");
      const button = document.createElement("button");
      button.textContent = words.download;
      button.style.cssText = "font:inherit;padding:.4em 1em";
      button.onclick = () => download(context);
      notice.append(button);
    } else if (state.startsWith("completed")) {
      notice?.remove();
      notice = null;
    }
  });
}

/** A tab that is put away, on a telephone often for good, is saved before. */
function saveWhenHidden(context) {
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && context.model.dirty) context.save().catch(() => {});
  });
}

/** The first tab with this notebook holds a lock for as long as it is open; another one waits for it, and says so. */
async function tellOfAnotherTab() {
  const name = `degrau ${location.pathname} ${path}`;
  const forever = new Promise(() => {});
  const free = await new Promise((answer) => {
    navigator.locks.request(name, { ifAvailable: true }, (lock) => (answer(lock !== null), lock && forever));
  });
  if (free) return;
  const notice = show(words.twice);
  navigator.locks.request(name, () => ((notice.textContent = words.reload), forever));
}

/** The logo would lead to a list of files that is not part of the site. */
function leadBack() {
  const logo = document.getElementById("jp-NotebookLogo");
  if (logo === null) return;
  logo.href = new URL(`../${words.front}`, location.href).href;
  logo.target = "_self";
  logo.setAttribute("aria-label", words.back);
}

/** What this gives as soon as it gives anything. */
async function once(found) {
  for (;;) {
    const value = found();
    if (value) return value;
    await new Promise((next) => setTimeout(next, TICK));
  }
}

if (path) {
  navigator.storage?.persist?.();
  if (navigator.locks) tellOfAnotherTab();
  const app = await once(() => window.jupyterapp);
  const { context } = await once(() => app.shell.currentWidget);
  leadBack();
  await context.ready;
  tellOfFailures(context);
  saveWhenHidden(context);
}
