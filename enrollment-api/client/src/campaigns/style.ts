/** Light and dark follow the `color-scheme` of the page; each `--enrollment-…` replaces one value. */
export const STYLE = `
:host {
  --background: var(--enrollment-background, light-dark(#fff, #191d24));
  --sunk: var(--enrollment-sunk, light-dark(#f5f6f8, #12161c));
  --line: var(--enrollment-line, light-dark(#d9dde3, #303742));
  --edge: var(--enrollment-edge, light-dark(#868e9a, #7b8594));
  --text: var(--enrollment-text, light-dark(#1b2028, #e7eaef));
  --muted: var(--enrollment-muted, light-dark(#565e6b, #a4adba));
  --accent: var(--enrollment-accent, light-dark(#0b57d0, #8ab4ff));
  --on-accent: var(--enrollment-on-accent, light-dark(#fff, #0b1930));
  --soft: var(--enrollment-soft, light-dark(#e8f0fe, #1f2d48));
  --good: var(--enrollment-good, light-dark(#116329, #7fdc97));
  --good-soft: var(--enrollment-good-soft, light-dark(#dcf3e1, #173323));
  --warn: var(--enrollment-warn, light-dark(#7a4b00, #f3c76b));
  --warn-soft: var(--enrollment-warn-soft, light-dark(#fdeecb, #3a2d10));
  --bad: var(--enrollment-bad, light-dark(#a1161c, #ff9d97));
  --bad-soft: var(--enrollment-bad-soft, light-dark(#fde4e3, #43191a));
  --radius: var(--enrollment-radius, .75rem);
  --mono: ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  display: block;
  container-type: inline-size;
  color: var(--text);
  font: 1rem/1.5 var(--enrollment-font, system-ui, "Segoe UI", sans-serif);
}
:host([hidden]), [hidden] { display: none !important; }
* { box-sizing: border-box; }
ol { margin: 0; }
.campaigns { display: grid; gap: 1.25rem; align-items: start; }
.campaigns > * { min-width: 0; padding: 1rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--background); }
@container (min-width: 56rem) {
  .campaigns { grid-template-columns: minmax(19rem, 1fr) 2fr; }
  .campaigns > * { padding: 1.25rem; }
}
@container (max-width: 56rem) {
  .bulks { max-height: 24rem; margin-bottom: .5rem; overflow-y: auto; }
}
h2, h3, p { margin: 0 0 .75rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; }
h3 { font-size: 1rem; }
h2:focus { outline: none; }
small, .muted { color: var(--muted); font-size: .875rem; font-weight: 400; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .25rem; }
header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .25rem .75rem; margin-bottom: .75rem; }
header h2 { margin: 0; }
.line { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem; margin: 0 0 .75rem; }
.line:empty, .note:empty { display: none; }
.grow { flex: 1; min-width: 8rem; overflow-wrap: anywhere; }
.whole { flex-basis: 100%; }
.narrow { display: grid; grid-template-columns: 1fr minmax(6rem, auto); gap: .5rem; margin-bottom: .75rem; }
.narrow > * { min-width: 0; }

label { display: grid; gap: .25rem; font-size: .9rem; font-weight: 550; }
label > span { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; }
.field { margin-bottom: .75rem; }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); align-items: end; gap: 0 .75rem; }
.drop { margin-bottom: .75rem; padding: .75rem .75rem .1rem; border: 1px dashed var(--edge); border-radius: .45rem; }
.check { display: flex; align-items: center; gap: .5rem; margin-bottom: .75rem; }
.check input { width: 1.1rem; height: 1.1rem; flex: none; accent-color: var(--accent); }
input:not([type=checkbox]), select, textarea { width: 100%; min-width: 0; min-height: 2.4rem; padding: .45rem .6rem;
  border: 1px solid var(--edge); border-radius: .45rem; background: var(--background); color: var(--text); font: inherit; font-weight: 400; }
label > button { justify-self: start; }
textarea { resize: vertical; }
[name=addresses] { font-family: var(--mono); font-size: .875rem; }
[aria-invalid] { border-color: var(--bad) !important; box-shadow: 0 0 0 1px var(--bad); }
::placeholder { color: var(--muted); opacity: 1; }
.note { margin: -.25rem 0 .75rem; color: var(--muted); font-size: .875rem; overflow-wrap: anywhere; }
.note.warn { color: var(--warn); }
.note.error { display: grid; margin: .25rem 0 0; color: var(--bad); }

button { min-height: 2.4rem; padding: .4rem .9rem; border: 1px solid var(--edge); border-radius: .45rem; background: var(--background);
  color: var(--text); font: inherit; font-size: .9rem; cursor: pointer; }
button:hover:enabled { background: var(--soft); }
button.primary { border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600; }
button.primary:hover:enabled { background: var(--accent); filter: brightness(1.08); }
button.danger { border-color: var(--bad); color: var(--bad); font-weight: 600; }
:disabled { opacity: .55; cursor: default; }
.rows button, .rows + button, .chosen button { min-height: 1.9rem; padding: .1rem .6rem; font-size: .8rem; }
.joined { display: inline-flex; flex-wrap: wrap; align-items: center; gap: .35rem; }
.joined select, .joined button { width: auto; }

.chip { display: inline-block; padding: .05rem .6rem; border-radius: 1rem; background: var(--sunk); color: var(--muted);
  font-size: .8rem; font-weight: 600; white-space: nowrap; }
.chip.good { background: var(--good-soft); color: var(--good); }
.chip.calm { background: var(--soft); color: var(--accent); }
.chip.warn { background: var(--warn-soft); color: var(--warn); }
.chip.bad { background: var(--bad-soft); color: var(--bad); }

.bulks { padding: 0; list-style: none; }
.bulks button:focus-visible { outline-offset: -3px; }
.bulks button { display: grid; gap: .3rem; width: 100%; margin-bottom: .5rem; padding: .6rem .8rem; text-align: left; }
.bulks button[aria-current] { border-color: var(--accent); box-shadow: inset 3px 0 var(--accent); }
.bulks .line { gap: .3rem .5rem; margin: 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(6rem, 1fr)); gap: .5rem; margin-bottom: .75rem;
  color: var(--muted); font-size: .875rem; }
.figures strong { display: block; color: var(--text); font-size: 1.6rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.bar { display: grid; gap: .25rem; }
#report .bar { margin-bottom: 1rem; }
.strip { display: flex; height: .7rem; overflow: hidden; border-radius: 1rem; background: var(--line); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; color: var(--muted); font-size: .875rem; }
.legend span::before { content: ""; display: inline-block; width: .6rem; height: .6rem; margin-right: .35rem; border-radius: 50%; }
.strip .enrolled, .legend .enrolled::before { background: var(--good); }
.strip .mailed, .legend .mailed::before { background: var(--accent); }
.strip .waiting, .legend .waiting::before { background: var(--edge); }
.strip .deferred, .legend .deferred::before { background: repeating-linear-gradient(135deg, var(--edge) 0 3px, var(--line) 3px 6px); }
.strip .failed, .legend .failed::before { background: var(--bad); }
.strip .notMailed, .legend .notMailed::before { background: var(--warn); }
.strip .ended, .legend .ended::before { background: var(--line); }
.rows { margin-bottom: .75rem; }
.rows > * { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .6rem; padding: .45rem 0; border-top: 1px solid var(--line);
  font-size: .9rem; }
.rows > * > .whole { margin-left: 2.1rem; }
.number { min-width: 1.5rem; color: var(--muted); font-variant-numeric: tabular-nums; }

.tabs { display: flex; flex-wrap: wrap; gap: .25rem; margin-bottom: .6rem; border-bottom: 1px solid var(--line); }
.tabs button { min-height: 2.2rem; border: 0; border-bottom: 2px solid transparent; border-radius: 0; background: none; color: var(--muted); }
.tabs button[aria-selected=true] { border-color: var(--accent); color: var(--text); font-weight: 600; }
#before { scroll-margin-bottom: 1rem; }
pre { max-height: 22rem; margin: 0; padding: .75rem; overflow: auto; border: 1px solid var(--line); border-radius: .45rem;
  background: var(--sunk); font: .8125rem/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }
iframe { display: block; width: 100%; height: 38rem; border: 1px solid var(--line); border-radius: .45rem; }
@container (max-width: 30rem) {
  .narrow { grid-template-columns: 1fr; }
  .rows > * { padding-left: 2.1rem; }
  .rows > * > .number { margin-left: -2.1rem; }
  .rows > * > .grow { flex-basis: calc(100% - 1rem); }
  .rows > * > .whole { margin-left: 0; }
}
`;
