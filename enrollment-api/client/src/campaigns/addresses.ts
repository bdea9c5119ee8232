// Addresses in what somebody pastes: a column of Excel, recipients of Outlook, a list with commas.

const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const PARTS = /(?:"[^"\r\n]*"|[^\t\r\n;,])+/g;
const IN_BRACKETS = /<\s*([^<>\s]+)\s*>/g;
const MARKS_AROUND = /^["'(<[]+|["')>\].:]+$/g;

/** The addresses, good or malformed, in order and with repetitions; and everything else, which is not to be sent. */
export function pick(text: string) {
  const addresses: string[] = [];
  const others: string[] = [];
  for (const [part] of text.replace(INVISIBLE, "").matchAll(PARTS)) {
    pickWords(part.replace(IN_BRACKETS, " <$1> ").split(/[\s,;]+/), addresses, others);
  }
  return {addresses, others};
}

/** Words before an address in brackets are its name, even if they are the same address; no other word is dropped. */
function pickWords(words: string[], addresses: string[], others: string[]) {
  let rest: string[] = [];
  let bare: string | null = null;
  for (const word of words) {
    const address = word.replace(MARKS_AROUND, "").replace(/^mailto:/i, "");
    const named = word.startsWith("<");
    if (!/.@./.test(address)) {
      rest.push(...(address === "" ? [] : [word]));
    } else if (!named || address !== bare) {
      others.push(...(named || rest.length === 0 ? [] : [rest.join(" ")]));
      addresses.push(address);
      rest = [];
      bare = named ? null : address;
    }
  }
  others.push(...(rest.length === 0 ? [] : [rest.join(" ")]));
}
