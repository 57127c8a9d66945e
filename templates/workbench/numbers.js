// The numbers as a table to type in, and to paste into from a spreadsheet.

import {post} from './api.js';
import {el, freshId, say} from './dom.js';
import {labelOf} from './names.js';
import {edited} from './state.js';

const numbersFile = 'evidence/values.csv';

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
  const paste = (event, row, column) => {
    const pasted = parseTable(event.clipboardData.getData('text'));
    if (pasted.length < 2 && (pasted[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    const titled = pasted[0].map((cell) => cell.trim().toLowerCase()).join() === head.join();
    (titled ? pasted.slice(1) : pasted).forEach((cells, down) => {
      while (rows.length <= row + down) rows.push(blank());
      cells.forEach((cell, right) => { if (column + right < head.length) rows[row + down][column + right] = cell.trim(); });
    });
    draw();
    save();
  };
  const lists = {indicator: indicators, site: sites};
  const ids = Object.fromEntries(Object.keys(lists).map((key) => [key, freshId('list')]));
  function draw() {
    if (!rows.length || rows.at(-1).some((cell) => cell)) rows.push(blank());
    body.replaceChildren(...rows.map((row, number) => el('tr', {}, head.map((title, column) => el('td', {}, el('input', {
      value: row[column] ?? '', list: ids[title] ?? null, 'aria-label': `${labelOf(title)}, row ${number + 1}`,
      onchange: (event) => { row[column] = event.target.value; if (number === rows.length - 1) { draw(); body.rows[number].cells[Math.min(column + 1, head.length - 1)].firstChild.focus(); } save(); },
      onpaste: (event) => paste(event, number, column)}))))));
  }
  draw();
  return el('div', {}, el('p', {class: 'hint'}, 'One number a row. Copy rows from a spreadsheet and paste them into a cell. A period is written as 2026 Q1, 2026-01 or 2026.'),
    Object.entries(lists).map(([key, all]) => el('datalist', {id: ids[key]}, all.map((value) => el('option', {value})))),
    el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'The numbers'}, el('table', {}, el('thead', {}, el('tr', {}, head.map((title) => el('th', {scope: 'col'}, labelOf(title))))), body)), wrong);
}
