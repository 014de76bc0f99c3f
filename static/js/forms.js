// Small kindnesses for forms. Every form works without them.

const summary = document.getElementById("error-summary");
if (summary) {
  summary.focus();
}

// A second press while the first is under way is not sent. The button stays enabled, so that
// its name and value travel along, and a page that comes back from history can be sent again.
for (const form of document.querySelectorAll("form[data-send-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    event.submitter?.setAttribute("aria-disabled", "true");
  });
}

window.addEventListener("pageshow", (event) => {
  if (!event.persisted) {
    return;
  }
  for (const form of document.querySelectorAll("form[data-send-once]")) {
    delete form.dataset.sent;
    form.querySelector("[aria-disabled]")?.removeAttribute("aria-disabled");
  }
});
