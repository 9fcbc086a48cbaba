// What Streamlit's front end leaves undone: its own words in French, announcements for screen
// readers, files made from what the page already shows, numeric keyboards. Nothing is sent anywhere.

const FRENCH = {
  "Search": "Rechercher",
  "Clear search": "Effacer la recherche",
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
  const words = [...document.querySelectorAll("#root [data-annonce]")].map((e) => e.dataset.annonce);
  const text = words.join(". ");
  if (said.textContent !== text) said.textContent = text;
}

new MutationObserver((changes) => {
  for (const change of changes) {
    if (french) (change.type === "childList" ? change.addedNodes : [change.target]).forEach(translate);
  }
  announce();
}).observe(document.body, {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
});

// The other language keeps the words being searched.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[hreflang]");
  if (link) link.search = location.search;
});
