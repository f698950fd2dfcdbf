// Everything here only saves a step: each page works without it.
"use strict";

// A form marked data-in-place is sent, and the content of the page it leads to put in place of this one's.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.hasAttribute("data-in-place") || form.dataset.sending) return;
  event.preventDefault();
  form.dataset.sending = "yes";
  const button = event.submitter;
  const fields = new FormData(form, button);
  const body = form.enctype === "multipart/form-data" ? fields : new URLSearchParams(fields);
  if (button) button.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const content = page.getElementById("content");
    if (!content) throw new Error("no page came back");
    document.getElementById("content").replaceWith(document.adoptNode(content));
    document.title = page.title;
    if (answer.redirected) history.pushState(null, "", answer.url);
    shown = findPage();
    follow();
    const notice = content.querySelector("[data-notice]");
    (notice || content).focus({ preventScroll: !notice });
    if (notice) notice.scrollIntoView({ block: "nearest" });
  } catch {
    form.requestSubmit(button); // now without this script; the button says what is meant
  }
});

// Going back to a page whose content was put in place of another's reads it again; going to a place on a page doesn't.
const findPage = () => location.pathname + location.search;
let shown = findPage();
addEventListener("popstate", () => {
  if (findPage() !== shown) location.reload();
});

// A page that shows work going on is asked for again, and what has changed is put in, until the work has ended.
let asking;
function follow(wait = 1000) {
  clearTimeout(asking);
  const live = document.querySelector("[data-live]");
  if (live) asking = setTimeout(() => look(live), wait);
}
async function look(live) {
  try {
    const answer = await fetch(live.dataset.live);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!live.isConnected) return;
    if (!page.querySelector("[data-live]")) {
      const old = document.getElementById("content");
      const wasInside = old.contains(document.activeElement);
      old.replaceWith(document.adoptNode(page.getElementById("content")));
      document.title = page.title;
      if (wasInside) document.querySelector("[data-notice], #content").focus({ preventScroll: true });
      return;
    }
    for (const part of page.querySelectorAll("[data-part]")) {
      const old = document.getElementById(part.id);
      if (old && old.innerHTML !== part.innerHTML) old.innerHTML = part.innerHTML;
    }
    follow();
  } catch {
    follow(5000);
  }
}
follow();

// Files that are dropped are added to those chosen; a file that is dropped elsewhere doesn't take the page's place.
for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    if (!event.dataTransfer || ![...event.dataTransfer.types].includes("Files")) return;
    const zone = event.target.closest?.("[data-drop]");
    event.preventDefault();
    document.querySelector("[data-drop]")?.classList.toggle("over", Boolean(zone) && kind === "dragover");
    if (kind === "dragover") event.dataTransfer.dropEffect = zone ? "copy" : "none";
    if (kind !== "drop" || !zone) return;
    const field = zone.querySelector("input[type=file]");
    const all = new DataTransfer();
    const items = [...event.dataTransfer.items].filter((i) => i.kind === "file");
    const folders = items.filter((i) => i.webkitGetAsEntry?.()?.isDirectory).length;
    const dropped = items.filter((i) => !i.webkitGetAsEntry?.()?.isDirectory).map((i) => i.getAsFile());
    for (const file of [...field.files, ...dropped]) if (file) all.items.add(file);
    field.files = all.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    refuse(field.form, folders ? "A folder can’t be dropped here. Drop the files in it." : "");
  });
}
document.addEventListener("change", (event) => {
  const list = event.target.closest?.("[data-drop]")?.querySelector("[data-chosen]");
  if (!list) return;
  list.replaceChildren(
    ...[...event.target.files].map((file) => {
      const entry = document.createElement("li");
      entry.textContent = file.name;
      return entry;
    }),
  );
  refuse(event.target.form, "");
});
function refuse(form, words) {
  const place = form.querySelector("[data-refusal]");
  if (place) place.textContent = words;
}
document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (!form.dataset.mostBytes) return;
    const files = [...form.querySelectorAll("input[type=file]")].flatMap((field) => [...field.files]);
    if (files.reduce((sum, file) => sum + file.size, 0) <= Number(form.dataset.mostBytes)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    refuse(form, form.dataset.tooLarge);
  },
  true,
);
