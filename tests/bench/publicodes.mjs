// The canteen's price by publicodes: node publicodes.mjs <folder with node_modules> <rounds>
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [place, rounds] = process.argv.slice(2);
const found = createRequire(place + "/here.js").resolve("publicodes");
const publicodes = await import(pathToFileURL(found).href);
const Engine = publicodes.default.default ?? publicodes.default;

const engine = new Engine({
  rfr: { unité: "€/an" },
  parts: { unité: "part" },
  enfants: { unité: "enfant" },
  quotient: { valeur: "rfr / parts", arrondi: "oui" },
  prix: {
    variations: [
      { si: "quotient <= 6000 €/an/part", alors: "1 €" },
      { si: "quotient <= 12000 €/an/part", alors: "2.40 €" },
      { si: "quotient <= 20000 €/an/part", alors: "3.80 €" },
      { sinon: "5 €" },
    ],
  },
  taux: { variations: [{ si: "enfants >= 3 enfant", alors: "85%" }, { sinon: "100%" }] },
  "prix final": { valeur: "prix * taux", arrondi: "2 décimales" },
});

function price() {
  engine.setSituation({ rfr: "42000 €/an", parts: "3.5 part", enfants: "3 enfant" });
  return engine.evaluate("prix final").nodeValue;
}

for (let round = 0; round < 50; round++) price();
const started = process.cpuUsage();
for (let round = 0; round < rounds; round++) price();
const used = process.cpuUsage(started);
console.log(price(), (used.user + used.system) / 1e6 / rounds);
