// While a person fills in a question, the server is asked what the validator says of it: the same
// page is fetched, and what it says beside each field is put in place. Without script, the button
// « Vérifier cette page » does the same.
const form = document.getElementById("depot");
const REPLACED = [".constats[id]", ".lecture[id]", "#etapes"];
const PAUSE = 400; // milliseconds without a change before the server is asked
let asked = 0;
let waiting;

async function check() {
  const mine = (asked += 1);
  const answers = new URLSearchParams(new FormData(form));
  answers.set("aller", "verifier");
  const said = await fetch(form.action, { method: "POST", body: answers });
  if (!said.ok || mine !== asked) return;
  const page = new DOMParser().parseFromString(await said.text(), "text/html");
  for (const old of form.querySelectorAll(REPLACED.join(","))) {
    const fresh = page.getElementById(old.id);
    if (fresh && fresh.innerHTML !== old.innerHTML && !old.contains(document.activeElement)) {
      old.replaceChildren(...document.importNode(fresh, true).childNodes);
    }
  }
}

form.addEventListener("change", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => check().catch(() => {}), PAUSE);
});
