// What Streamlit's front end leaves undone: its own words in French, announcements for screen
// readers, files made from what the page already shows, numeric keyboards. Nothing is sent anywhere.

const FRENCH = {
  "Search": "Rechercher",
  "Clear search": "Effacer la recherche",
  "Clear entry": "Effacer",
  "Clear value": "Effacer",
  "Clear": "Effacer",
  "Choose an option": "Choisir",
  "Choose options": "Choisir",
  "No results": "Aucun résultat",
  "No options to select": "Rien à choisir",
  "Open": "Ouvrir",
  "Close": "Fermer",
  "Select all": "Tout choisir",
  "Required field": "Réponse obligatoire",
  "Connecting": "Connexion",
  "Connection error": "Connexion perdue",
  "Press Enter to apply": "Entrée pour valider",
  "Press Enter to submit form": "Entrée pour calculer",
  "Copy to clipboard": "Copier",
  "Fullscreen": "Plein écran",
  "Close fullscreen": "Quitter le plein écran",
  "Skip to main content": "Aller au contenu",
};
const ATTRIBUTES = ["aria-label", "placeholder", "title", "alt"];
const french = document.documentElement.lang === "fr";

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const words = FRENCH[node.data.trim()];
    if (words) node.data = words;
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  for (const name of ATTRIBUTES) {
    const words = FRENCH[node.getAttribute(name)];
    if (words) node.setAttribute(name, words);
  }
  node.childNodes.forEach(translate);
}

const said = document.getElementById("annonce");
function announce() {
  const words = [...document.querySelectorAll("#root [data-annonce]")]
    .map((e) => e.dataset.annonce.replace(/\.$/, ""));
  const text = words.join(". ");
  if (said.textContent !== text) said.textContent = text;
}

// A computation that lasts is said to be under way, below the questions.
const STATE = "data-test-script-state";
const PATIENCE = 600; // milliseconds
let lasting;
function wait() {
  const words = document.querySelector("#root .en-cours");
  if (!words) return;
  if (document.querySelector(`[${STATE}="running"], [${STATE}="rerunRequested"]`)) {
    lasting ??= setTimeout(() => {
      words.hidden = false;
      words.dataset.annonce = words.textContent;
      announce();
    }, PATIENCE);
  } else if (lasting) {
    clearTimeout(lasting);
    lasting = undefined;
    words.hidden = true;
    delete words.dataset.annonce;
  }
}

// Each field is described by the words that stand above it.
function describe() {
  for (const question of document.querySelectorAll(".question[data-champ]:not([data-champ=''])")) {
    const faulty = question.classList.contains("fautive");
    for (const field of document.querySelectorAll(`.${CSS.escape(question.dataset.champ)} input`)) {
      field.setAttribute("aria-describedby", question.id);
      field.setAttribute("aria-invalid", faulty);
    }
  }
}

// After a computation, the reader is taken to what it gave, once.
let turn = "";
function follow() {
  const target = document.querySelector("#root [data-tour]");
  if (!target || target.dataset.tour === turn) return;
  turn = target.dataset.tour;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "start" });
}

new MutationObserver((changes) => {
  for (const change of changes) {
    if (french && change.attributeName !== STATE) (change.type === "childList" ? change.addedNodes : [change.target]).forEach(translate);
  }
  wait();
  announce();
  describe();
  follow();
}).observe(document.body, {
  subtree: true, childList: true, characterData: true, attributes: true,
  attributeFilter: [...ATTRIBUTES, STATE],
});

// The other language keeps the words being searched.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[hreflang]");
  if (link) link.search = location.search;
});

// Files to keep are made here, from the page: the server has no copy.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-fichier], button[data-imprimer]");
  if (!button) return;
  if (button.dataset.imprimer) return window.print();
  const bytes = Uint8Array.from(atob(button.dataset.contenu), (letter) => letter.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: button.dataset.type }));
  link.download = button.dataset.fichier;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});
