import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";

async function compiled(source) {
  const { outputFiles: [{ text }] } = await build({ entryPoints: [source], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript,${encodeURIComponent(text)}`);
}

const LANGUAGES = ["es", "en", "fr", "de", "it", "zh", "pt", "ru"];

test("every text exists in every language, with the same places", async () => {
  const { default: english } = await compiled("src/words/en.ts");
  const places = (text) => text.match(/\{\d}/g)?.sort() ?? [];
  for (const language of LANGUAGES) {
    const { default: words } = await compiled(`src/words/${language}.ts`);
    assert.deepEqual(Object.keys(words), Object.keys(english), language);
    for (const [key, text] of Object.entries(words)) {
      assert.notEqual(text.trim(), "", `${language} ${key}`);
      assert.deepEqual(places(text), places(english[key]), `${language} ${key}`);
    }
  }
});

test("languages follow the primary subtag, and are English otherwise", async () => {
  const { textsOf } = await compiled("src/campaigns/texts.ts");

  assert.deepEqual(["de-AT", "PT", "zh-Hant", "ja", ""].map((tag) => textsOf(tag).language), ["de", "pt", "zh", "en", "en"]);
  assert.equal(textsOf("de").duration(259_200), "3 Tage");
  assert.equal(textsOf("en").text("page.of", "1", "2"), "Page 1 of 2");
});

test("addresses are picked out of what is pasted", async () => {
  const { pick } = await compiled("src/campaigns/addresses.ts");

  assert.deepEqual(pick("\"Ruiz, Ana\" <ana@acme.example>; 'bob@acme.example'\nsee <eve@acme.example>.\nnobody at home"),
    { addresses: ["ana@acme.example", "bob@acme.example", "eve@acme.example"], others: ["nobody at home"] });
});
