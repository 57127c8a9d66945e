// The numbers as a table to type in, and to paste into from a spreadsheet.

import {post} from './api.js';
import {button, chooser, el, freshId, say} from './dom.js';
import {labelOf} from './names.js';
import {edited} from './state.js';

const numbersFile = 'evidence/values.csv';
const atOnce = 60;  // rows: a thousand take a browser seconds

export function parseTable(text) {
  const separator = text.includes('\t') ? '\t' : ',';
  const rows = [[]];
  let cell = '', quoted = false;
  for (let at = 0; at < text.length; ++at) {
    const c = text[at];
    if (quoted) {
      if (c === '"' && text[at + 1] === '"') { cell += '"'; ++at; } else if (c === '"') quoted = false; else cell += c;
    } else if (c === '"' && !cell) quoted = true;
    else if (c === separator) { rows.at(-1).push(cell); cell = ''; } else if (c === '\n') { rows.at(-1).push(cell.replace(/\r$/, '')); rows.push([]); cell = ''; } else cell += c;
  }
  if (cell || rows.at(-1).length) rows.at(-1).push(cell); else rows.pop();
  return rows;
}
const cellText = (text) => /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
const tableText = (rows) => rows.map((row) => row.map(cellText).join(',') + '\n').join('');

export function numbers(text, indicators, sites) {
  let was = text, rows = parseTable(text || 'indicator,site,period,value\n');
  const head = rows.shift() ?? ['indicator', 'site', 'period', 'value'];
  const wrong = el('p', {class: 'wrong', role: 'alert'}), body = el('tbody');
  const blank = () => head.map(() => '');
  const save = async () => {
    const next = tableText([head, ...rows.filter((row) => row.some((cell) => cell.trim()))]);
    if (next === was) return;
    try {
      edited(await post('/api/save', {file: numbersFile, was, text: next}));
      was = next;
      wrong.textContent = '';
      say('Saved');
    } catch (refusal) { wrong.textContent = refusal.message; }
  };
  /** Pasted rows go into those in sight, one after another, then into new ones. */
  const paste = (event, number, column) => {
    const pasted = parseTable(event.clipboardData.getData('text'));
    if (pasted.length < 2 && (pasted[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    const titled = pasted[0].map((cell) => cell.trim().toLowerCase()).join() === head.join();
    const places = inSight.slice(inSight.indexOf(number));
    (titled ? pasted.slice(1) : pasted).forEach((cells, down) => {
      const row = rows[places[down]] ?? rows[rows.push(blank()) - 1];
      cells.forEach((cell, right) => { if (column + right < head.length) row[column + right] = cell.trim(); });
    });
    draw();
    save();
  };
  const lists = {indicator: indicators, site: sites};
  const ids = Object.fromEntries(Object.keys(lists).map((key) => [key, freshId('list')]));
  const wanted = {};  // by heading: the rows to look at
  let most = atOnce, inSight = [];
  const earlier = button('', () => { most += 10 * atOnce; draw(); }, 'plain');
  const cell = (number, title, column) => el('td', {}, el('input', {
    value: rows[number][column] ?? '', list: ids[title] ?? null, 'aria-label': `${labelOf(title)}, row ${number + 1}`,
    onchange: (event) => {
      rows[number][column] = event.target.value;
      if (number === rows.length - 1) {
        draw();
        body.rows[inSight.indexOf(number)]?.cells[Math.min(column + 1, head.length - 1)].firstChild.focus();
      }
      save();
    },
    onpaste: (event) => paste(event, number, column)}));
  function draw() {
    if (!rows.length || rows.at(-1).some((text) => text)) rows.push(blank());
    const all = rows.map((row, number) => number).filter((number) => number >= rows.length - 2 || head.every((title, column) => !wanted[title] || rows[number][column] === wanted[title]));
    inSight = all.slice(-most);
    earlier.hidden = inSight.length === all.length;
    earlier.textContent = `Show rows before these (${all.length - inSight.length})`;
    body.replaceChildren(...inSight.map((number) => el('tr', {}, head.map((title, column) => cell(number, title, column)))));
  }
  draw();
  const choosers = rows.length > atOnce ? el('div', {class: 'chooser'}, Object.entries(lists).filter(([key]) => head.includes(key)).map(([key, all]) =>
    chooser(`Only this ${labelOf(key).toLowerCase()}`, [['', 'All'], ...all.map((one) => [one, one])], '', (chosen) => { wanted[key] = chosen; most = atOnce; draw(); }))) : null;
  return el('div', {}, el('p', {class: 'hint'}, 'One number a row. Copy rows from a spreadsheet and paste them into a cell. A period is written as 2026 Q1, 2026-01 or 2026.'),
    Object.entries(lists).map(([key, all]) => el('datalist', {id: ids[key]}, all.map((value) => el('option', {value})))), choosers, earlier,
    el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'The numbers'}, el('table', {}, el('thead', {}, el('tr', {}, head.map((title) => el('th', {scope: 'col'}, labelOf(title))))), body)), wrong);
}
