// Evidence: what is measured, the numbers, what people said and agreed to.

import {get, post, upload} from './api.js';
import {button, el, fill, freshId, kebab, say} from './dom.js';
import {fieldOf, fieldsOf} from './field.js';
import {hintOf, labelOf} from './names.js';
import {faultCard} from './pages.js';
import {edited, state} from './state.js';

const numbersFile = 'evidence/values.csv';
const consentKeys = ['by', 'form', 'on', 'audiences', 'uses', 'record'];  // without which nothing is printed

// Tables as text
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

/** A form for a new item: what it must have, and `more`. Its id comes from the key `from`. */
function adder({title, record, path, from, more = [], choices, file, taken, done}) {
  const inner = record.fields.find((field) => field.key === 'consent')?.record;
  const wanted = record.fields.filter((field) => (field.required && field.key !== 'id') || more.includes(field.key)).map((field) => [[field.key], field]);
  const agreed = inner ? inner.fields.filter((field) => field.required || consentKeys.includes(field.key)).map((field) => [['consent', field.key], field]) : [];
  const wrong = el('p', {class: 'wrong', role: 'alert'});
  const controls = [...wanted, ...agreed].map(([keys, field]) => {
    const id = freshId('new'), options = field.allowed?.map((word) => [word, labelOf(word)]) ?? choices?.[field.key];
    const initial = keys.length > 1 && ['audiences', 'uses'].includes(field.key) ? 'all' : '';
    const control = options ? el('select', {id, 'data-new': ''}, el('option', {value: ''}, 'Not chosen'), options.map(([value, words]) => el('option', {value}, words)))
      : el(['text', 'method'].includes(field.key) ? 'textarea' : 'input', {id, value: initial, 'data-new': initial});
    const label = labelOf(field.key, keys.length > 1 ? 'consent' : record.name);
    return {keys, field, control, box: el('div', {class: 'field'}, el('label', {for: id}, label), el('p', {class: 'hint'}, hintOf(field.key, field.doc)), control)};
  });
  const add = async () => {
    const value = {};
    for (const {keys, field, control} of controls) {
      const text = control.value.trim();
      if (!text) continue;
      const parent = keys.length > 1 ? (value[keys[0]] ??= {}) : value;
      parent[keys.at(-1)] = field.kind === 'list' ? text.split(/[\n,]+/).map((one) => one.trim()).filter(Boolean) : text;
    }
    const missing = controls.find(({keys, field, control}) => field.required && !control.value.trim() && keys.length === 1);
    if (missing) { wrong.textContent = `“${labelOf(missing.field.key)}” is needed.`; return missing.control.focus(); }
    if (value.consent && !value.consent.by) delete value.consent;
    const stem = kebab(value[from]).split('-').slice(0, 4).join('-') || 'item';
    let id = stem;
    for (let number = 2; taken.includes(id); ++number) id = `${stem}-${number}`;
    try {
      edited(await post('/api/edit', {file, path: [...path, '+'], value: {id, ...value}}));
      say('Saved');
      await done();
    } catch (refusal) { wrong.textContent = refusal.message; }
  };
  const box = (some) => controls.filter(({keys}) => (keys.length > 1) === some).map((one) => one.box);
  return el('details', {id: 'add-' + path.join('-')}, el('summary', {}, title), el('div', {class: 'inside'}, box(false),
    agreed.length ? el('fieldset', {class: 'group'}, el('legend', {}, 'Consent: without it, this is never printed'), box(true)) : null, wrong, button('Add', add, 'first')));
}

function numbers(text, indicators, sites) {
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

export async function showEvidence(box) {
  const form = await get('/api/form', {name: 'evidence'});
  const {file, shape, value} = form;
  const record = (key) => shape.fields.find((field) => field.key === key).of.record;
  const list = (key) => Array.isArray(value[key]) ? value[key] : [];
  const redraw = () => showEvidence(box);
  const sites = state.choices.sites.map((site) => site.id);
  const choices = {site: state.choices.sites.map((site) => [site.id, site.name])};
  const ids = (key) => list(key).map((item) => item.id);
  const item = (key, title, keys) => (one) => {
    const path = [key, '#' + one.id], consent = record(key).fields.find((field) => field.key === 'consent')?.record;
    const remove = async () => {
      edited(await post('/api/edit', {file, path, was: one, value: null}));
      say('Taken out. Undo brings it back.');
      redraw();
    };
    return el('details', {id: `${key}-${one.id}`}, el('summary', {}, one[title] ?? one.id), el('div', {class: 'inside'},
      fieldsOf({file, path, record: record(key), value: one, keys, choices}),
      consent ? el('fieldset', {class: 'group'}, el('legend', {}, 'Consent: without it, this is never printed'),
        consent.fields.map((field) => fieldOf({file, path: [...path, 'consent'], field, value: one.consent?.[field.key] ?? null, record: 'consent'}).box)) : null,
      button('Take this out', remove)));
  };
  const bookId = freshId('book'), told = el('div', {'aria-live': 'polite'});
  const book = el('input', {type: 'file', id: bookId, accept: '.xlsx,.csv', onchange: async () => {
    try {
      const answer = await upload('/api/evidence', book.files[0]);
      edited(answer);
      told.replaceChildren(...(answer.faults ?? []).map(faultCard), el('p', {class: 'note'}, 'The spreadsheet is part of your evidence now.'));
    } catch (refusal) { told.replaceChildren(el('p', {class: 'wrong'}, refusal.message)); }
  }});
  const lines = (form.lines ?? []).map((line) => line.split('\t'));
  const waiting = lines.filter(([kind]) => kind === 'left-out' || kind === 'expires'), without = lines.filter(([kind]) => kind === 'no-evidence');
  fill(box, el('h1', {}, 'Evidence'), el('p', {class: 'lead'}, 'What you have counted, and what people have said. Small numbers of people are hidden by themselves, and nothing is printed without consent.'),
    ...(form.faults ?? []).map(faultCard),
    el('h2', {}, 'What we measure'), list('indicators').map(item('indicators', 'label', ['label', 'counts', 'unit', 'unit-one', 'better', 'every', 'method', 'source', 'by', 'strength', 'start', 'target', 'expires', 'outcomes'])),
    adder({title: 'Measure something more', record: record('indicators'), path: ['indicators'], from: 'label', more: ['unit', 'source', 'outcomes'], file, taken: ids('indicators'), done: redraw}),
    el('h2', {}, 'The numbers'), numbers(form.numbers ?? '', ids('indicators'), sites),
    el('h2', {}, 'What people say'), list('voices').map(item('voices', 'text', ['text', 'by', 'site', 'on', 'outcomes'])),
    adder({title: 'Add what somebody said', record: record('voices'), path: ['voices'], from: 'by', more: ['site', 'outcomes'], choices, file, taken: ids('voices'), done: redraw}),
    el('h2', {}, 'From a spreadsheet'), el('div', {class: 'field'}, el('label', {for: bookId}, 'Your evidence workbook, or a table of numbers'), book, told),
    waiting.length || without.length ? el('h2', {}, 'What is missing, and what expires') : null,
    waiting.length ? el('ul', {}, waiting.map(([kind, id, what, why]) => el('li', {}, kind === 'expires' ? `${what} “${id}” may be used until ${why}.` : `${what} “${id}” is left out: ${why}.`))) : null,
    without.length ? el('details', {id: 'without'}, el('summary', {}, `Outcomes without evidence yet (${without.length})`), el('div', {class: 'inside'}, el('ul', {}, without.map((cells) => el('li', {}, cells[2]))))) : null);
}
