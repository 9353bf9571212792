"""How documents look as HTML, on a screen, on a phone and on paper."""

from typing import Final

STYLE: Final = """
:root { --ink: #1F2D2B; --quiet: #3F4E49; --green: #1F5851; --tint: #EBF1EE; --line: #C9CFC9; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 32px 24px; max-width: 46rem; color: var(--ink); background: #fff;
  font: 1rem/1.4 "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", "Segoe UI",
    "Helvetica Neue", "Noto Sans", Arial, sans-serif; overflow-wrap: anywhere; }
body.pocket { max-width: 24rem; padding: 16px; font-size: 0.9rem; }
h1, h2, h3, p, ul { margin: 0; text-align: start; }
p, span, small, th, td, li, h1, h2, h3 { unicode-bidi: plaintext; white-space: pre-line; }
h1 { font-size: 1.9rem; line-height: 1.2; }
h2 { font-size: 1.15rem; margin: 1.2em 0 0.3em; }
h3 { font-size: 1rem; color: var(--green); margin: 0.6em 0 0.3em; }
p { margin: 0.3em 0; }
small, .quiet, .lead, .label { color: var(--quiet); }
small, .quiet, .label { font-size: 0.87rem; }
.strong { font-weight: 600; }
.first { display: flex; justify-content: space-between; gap: 24px; margin: 0 0 16px; }
.brand { color: var(--green); font-weight: 600; white-space: nowrap; }
.lead { font-size: 1.1rem; }
.box { background: var(--tint); border-radius: 12px; padding: 12px 20px; margin: 16px 0; }
hr { border: 0; border-top: 1px solid var(--line); margin: 20px 0; }
ul { padding-inline-start: 1.1em; }
li { margin: 0.25em 0; }
ul.ticks { list-style: none; padding: 0; }
ul.ticks li { display: flex; gap: 10px; margin: 0.45em 0; white-space: normal; }
ul.flowing { display: flex; flex-wrap: wrap; gap: 0 24px; }
li.done span { color: var(--quiet); }
.tick, .circle { flex: none; display: inline-block; width: 17px; height: 17px; margin-top: 3px;
  border: 1.5px solid var(--quiet); border-radius: 5px; font: bold 13px/14px sans-serif;
  text-align: center; }
.circle { border-radius: 50%; margin: 0; vertical-align: middle; }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 0 32px; }
.flow { columns: 2 18rem; column-gap: 32px; margin-top: 1.2em; }
.flow section:first-child h2 { margin-top: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; padding: 7px 8px; vertical-align: baseline; }
tr + tr { border-top: 1px solid var(--line); }
.times td { color: var(--quiet); font-size: 0.87rem; }
.times td.time { color: var(--ink); font-size: 1rem; font-weight: 600; white-space: nowrap;
  text-align: end; font-variant-numeric: tabular-nums; }
.grid th { font-weight: 400; }
.grid td, .grid tr:first-child th { text-align: center; width: 15%; }
.values th { font-weight: 400; }
.values thead th { color: var(--quiet); font-size: 0.87rem; vertical-align: bottom; }
.values tbody th { width: 27%; }
.values td { font-variant-numeric: tabular-nums; }
.dots { color: var(--green); letter-spacing: 0.1em; white-space: nowrap; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
  gap: 8px 24px; }
.others { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr));
  gap: 4px 24px; }
.facts p { margin: 0; }
.value { font-weight: 700; font-size: 1.25rem; }
.main .label { color: var(--green); font-weight: 600; }
.main .value { font-size: 1.8rem; }
.pocket .columns, .pocket .facts { grid-template-columns: 1fr; }
.line { height: 30px; border-bottom: 1px solid var(--line); }
.scale { display: grid; grid-template-columns: 10rem 1fr; gap: 12px; align-items: start;
  margin: 0.5em 0; }
.numbers, .ends { display: flex; justify-content: space-between; }
.ends { color: var(--quiet); font-size: 0.82rem; }
footer { margin-top: 24px; padding-top: 10px; border-top: 1px solid var(--line);
  font-size: 0.78rem; color: var(--quiet); }
footer p { margin: 0; }
@media (max-width: 560px) {
  .columns, .scale { grid-template-columns: 1fr; }
  .times tr { display: grid; grid-template-columns: 6.5em 1fr; }
  .times td:last-child { grid-column: 2; padding-top: 0; }
  .times td.time { text-align: start; }
  .values thead { display: none; }
  .values tr, .values tbody th { display: block; width: auto; }
  .values tbody th { font-weight: 600; padding-bottom: 0; }
  .values td { display: grid; grid-template-columns: 9.5em auto 1fr; gap: 0.4em; padding: 3px 8px; }
  .values td::before { content: attr(data-column); color: var(--quiet); }
}
@media print {
  @page { margin: 54pt; }
  body, body.pocket { padding: 0; font-size: 10.5pt; }
  body.sheet { max-width: none; }
  .box, .tick, .circle { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  li, tr, .scale, .facts { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  thead { display: table-header-group; }
  footer { font-size: 8.2pt; }
}
"""
