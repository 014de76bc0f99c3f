// Attendance without a sure connection. What is tapped is kept in this browser, as numbers and
// moments alone, until the server has it; without this script each tap is a form of its own.

const home = document.querySelector("[data-attendance]");
const list = document.querySelector("[data-list]");
const { user, session } = home.dataset;
const PREFIX = `attendance:${user}:`;
const RETRY = [3000, 10000, 30000];
const LONG = 20000;
const waits = home.querySelector(".attendance-waits");
let sending = false;
let tries = 0;
let timer = 0;

// One word for each person and session: the last. Keys: attendance:<user>:<session>:<person>.
const keyOf = (person) => `${PREFIX}${session}:${person}`;
const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
const kept = (person) => JSON.parse(localStorage.getItem(keyOf(person)) || "null");
const rows = () => [...(list?.querySelectorAll("[data-person]") || [])];
const rowOf = (person) => list?.querySelector(`[data-person="${person}"]`);
const nameOf = (row) => row.querySelector(".attendance-name").textContent;
const filled = (words, values) => words.replace(/%\((\w+)\)s/g, (_all, name) => values[name]);

function say(person, present, late = 0, early = 0) {
  const word = { present, late, early, at: Date.now() };
  localStorage.setItem(keyOf(person), JSON.stringify(word));
  show();
  send();
}

// What stands on the screen is what was tapped last, whether the server has it or not.
function show() {
  let here = 0;
  for (const row of rows()) {
    const word = kept(row.dataset.person);
    const late = word ? word.late : Number(row.dataset.late);
    const early = word ? word.early : Number(row.dataset.early);
    const present = word ? word.present : Number(row.dataset.minutes) > 0;
    const button = row.querySelector(".attendance-tap");
    const said = row.querySelector(".attendance-said");
    button.setAttribute("aria-pressed", String(present));
    button.name = present ? "away" : "here";
    said.textContent = present ? wordsFor(late, early) : "";
    if (word) {
      said.dataset.waits = list.dataset.waits;
    } else {
      delete said.dataset.waits;
    }
    here += present ? 1 : 0;
  }
  const count = document.querySelector("[data-count]");
  if (count && list && !list.dataset.part) {
    count.textContent = filled(count.dataset.count, { here, coming: rows().length });
  }
  tell();
}

function wordsFor(late, early) {
  const parts = [list.dataset.here];
  if (late) parts.push(filled(list.dataset.late, { minutes: late }));
  if (early) parts.push(filled(list.dataset.early, { minutes: early }));
  return parts.join(", ");
}

function tell(words = "") {
  const count = keys().length;
  const said = [];
  if (count) said.push(filled(home.dataset.kept, { count }));
  if (words) said.push(words);
  waits.hidden = !said.length;
  const text = said.join(" ");
  if (waits.textContent !== text) waits.textContent = text;
}

// Which browser keeps a clock right? So not moments are sent, but how long ago something was said.
async function post(number, own) {
  const now = Date.now();
  const taps = own.map(({ person, word }) => ({
    person,
    present: word.present,
    late: word.late,
    early: word.early,
    age: Math.max(0, now - word.at),
  }));
  const answer = await fetch(home.dataset.mark.replace("/0/", `/${number}/`), {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-CSRFToken": home.elements.csrfmiddlewaretoken.value,
    },
    body: JSON.stringify({ taps }),
    redirect: "manual",
    signal: AbortSignal.timeout(LONG),
  });
  if (answer.type === "opaqueredirect" || answer.status === 403) return { loggedOut: true };
  // The session is no more, or not this person's: nobody will ever take these words.
  if (answer.status === 404) return { people: {}, refused: {} };
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function send() {
  if (sending || !keys().length) return;
  sending = true;
  clearTimeout(timer);
  let trouble = "";
  try {
    for (const [number, own] of bySession()) {
      const answer = await post(number, own);
      if (answer.loggedOut) {
        trouble = home.dataset.loggedOut;
        throw new Error("logged out");
      }
      forget(own);
      if (number === session) take(answer);
      trouble = Object.values(answer.refused)[0] || trouble;
    }
    tries = 0;
  } catch {
    timer = setTimeout(send, RETRY[Math.min(tries, RETRY.length - 1)]);
    tries += 1;
  }
  sending = false;
  show();
  tell(trouble);
  if (!tries && keys().length) send();
}

function bySession() {
  const found = new Map();
  for (const key of keys()) {
    const [number, person] = key.slice(PREFIX.length).split(":");
    const text = localStorage.getItem(key);
    if (!found.has(number)) found.set(number, []);
    found.get(number).push({ key, person, text, word: JSON.parse(text) });
  }
  return found;
}

// Only what was sent: somebody may have tapped again while it was on its way.
function forget(own) {
  for (const { key, text } of own) {
    if (localStorage.getItem(key) === text) localStorage.removeItem(key);
  }
}

// The server knows what others have tapped elsewhere.
function take(answer) {
  for (const row of rows()) {
    const [minutes, late, early] = answer.people[row.dataset.person] || [0, 0, 0];
    Object.assign(row.dataset, { minutes, late, early });
  }
}

list?.addEventListener("submit", (event) => {
  event.preventDefault();
  const { name, value } = event.submitter;
  say(value, name === "here");
});

// The form for minutes, under the person whose link was pressed.
const form = document.getElementById("minutes-template")?.content.firstElementChild;
list?.addEventListener("click", (event) => {
  const link = event.target.closest(".attendance-side");
  if (!link || !form) return;
  event.preventDefault();
  const row = link.closest("[data-person]");
  const word = kept(row.dataset.person) || row.dataset;
  form.querySelector("h2").textContent = nameOf(row);
  form.elements.late.value = Number(word.late) || "";
  form.elements.early.value = Number(word.early) || "";
  form.dataset.person = row.dataset.person;
  form.querySelector("[data-too-long]").hidden = true;
  document.querySelector("form#minutes:not([data-person])")?.remove();
  list.before(form);
  form.elements.late.focus();
});

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const late = Number(form.elements.late.value);
  const early = Number(form.elements.early.value);
  const present = event.submitter?.name !== "away";
  const tooLong = present && late + early >= Number(form.dataset.length);
  form.querySelector("[data-too-long]").hidden = !tooLong;
  if (tooLong) return;
  say(form.dataset.person, present, present ? late : 0, present ? early : 0);
  close();
});

form?.addEventListener("click", (event) => {
  if (!event.target.closest("[data-back]")) return;
  event.preventDefault();
  close();
});

form?.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
});

function close() {
  form.remove();
  rowOf(form.dataset.person)?.querySelector(".attendance-side").focus();
}

// A long list, narrowed while one types.
const search = document.getElementById("attendance-search");
search?.addEventListener("input", () => {
  const words = search.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const row of rows()) {
    const text = `${row.textContent} ${row.dataset.code}`.toLocaleLowerCase();
    row.hidden = !words.every((word) => text.includes(word));
    found += row.hidden ? 0 : 1;
  }
  document.querySelector(".attendance-none").hidden = found > 0;
});
search?.form.addEventListener("submit", (event) => {
  if (list) event.preventDefault();
});
for (const needless of document.querySelectorAll("[data-without-script]")) {
  if (list) needless.hidden = true;
}

// A ticket's code, typed or scanned, names one of the list.
const typed = document.querySelector("[data-typed]");
const told = typed?.querySelector("[data-found]");

function found(row) {
  told.hidden = false;
  told.textContent = row ? filled(typed.dataset.here, { name: nameOf(row) }) : typed.dataset.unknown;
  if (!row) return;
  if (row.querySelector(".attendance-tap").getAttribute("aria-pressed") !== "true") {
    say(row.dataset.person, true);
  }
  navigator.vibrate?.(80);
}

typed?.addEventListener("submit", (event) => {
  if (!list || list.dataset.part) return;
  event.preventDefault();
  const plain = (code) => code.toUpperCase().replace(/[^0-9A-Z]/g, "");
  const code = plain(typed.elements.code.value);
  const match = rows().filter((row) => plain(row.dataset.code) === code);
  found(match.length === 1 ? match[0] : null);
  typed.elements.code.value = "";
});

// Some browsers know the word and no code to go with it.
async function canScan() {
  if (!("BarcodeDetector" in window && navigator.mediaDevices)) return false;
  return (await BarcodeDetector.getSupportedFormats()).includes("qr_code");
}

const scan = document.querySelector("[data-scan]");
if (scan) {
  canScan()
    .catch(() => false)
    .then((can) => {
      scan.hidden = !can;
      document.querySelector("[data-no-scan]").hidden = can;
    });
  const button = scan.querySelector("[data-scan-button]");
  const video = scan.querySelector("video");
  let stream = null;
  let last = "";

  const stop = () => {
    for (const track of stream?.getTracks() || []) track.stop();
    stream = null;
    video.hidden = true;
    button.setAttribute("aria-pressed", "false");
  };

  const look = async (detector) => {
    if (!stream) return;
    const codes = await detector.detect(video).catch(() => []);
    const token = codes[0]?.rawValue.match(/\/t\/([^/?#]+)/)?.[1] || "";
    if (token && token !== last) {
      found(rows().find((row) => row.dataset.ticket === token) || null);
    }
    last = token || last;
    setTimeout(look, 250, detector);
  };

  button.addEventListener("click", async () => {
    if (stream) {
      stop();
      return;
    }
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      video.srcObject = stream;
      video.hidden = false;
      button.setAttribute("aria-pressed", "true");
      await video.play();
      last = "";
      look(new BarcodeDetector({ formats: ["qr_code"] }));
    } catch {
      stop();
      scan.querySelector("[data-no-camera]").hidden = false;
    }
  });
}

window.addEventListener("online", send);
window.addEventListener("storage", show);
document.addEventListener("visibilitychange", () => document.hidden || send());
show();
send();
