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
    const notice = content.querySelector("[data-notice]");
    (notice || content).focus({ preventScroll: !notice });
    if (notice) notice.scrollIntoView({ block: "nearest" });
  } catch {
    form.submit();
  }
});

// Going back to a page whose content was put in place of another's reads it again; going to a place on a page doesn't.
const findPage = () => location.pathname + location.search;
let shown = findPage();
addEventListener("popstate", () => {
  if (findPage() !== shown) location.reload();
});
