// Evidence: what is measured, the numbers, what people said and agreed to, and photos.

import {get, post, upload} from './api.js';
import {adder, asksForBestInterests, onlyForBestInterests} from './adder.js';
import {button, debounce, el, fill, freshId, say} from './dom.js';
import {fieldOf, fieldsOf} from './field.js';
import {numbers} from './numbers.js';
import {faultCard} from './pages.js';
import {edited, onChange, state} from './state.js';

const titles = {indicators: 'label', voices: 'text', photos: 'alt', costs: 'label'};
const kinds = {costs: 'cost', indicators: 'indicator', voices: 'voice', photos: 'photo'};
const longDay = new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeZone: 'UTC'});
const withDays = (text) => text.replace(/\d{4}-\d\d-\d\d/g, (day) => longDay.format(new Date(day)));
const today = () => new Date().toLocaleDateString('sv-SE');  // 2026-01-31

/** How something stands: until when it may be used, or why it is left out. */
function standing(lines, key, id) {
  const left = lines.find(([kind, which, what]) => kind === 'left-out' && which === id && what === kinds[key]);
  if (left) return `Not printed: ${withDays(left[3])}.`;
  const used = lines.find(([kind, which]) => kind === kinds[key] && which === id)?.[3];
  return used ? withDays(used[0].toUpperCase() + used.slice(1)) + '.' : '';
}

/** The consent to an item as a form, and the way to take it back. */
function consentOf({file, path, record, value, redraw}) {
  const at = [...path, 'consent'];
  const boxes = record.fields.map((field) => [field.key, fieldOf({file, path: at, field, value: value?.[field.key] ?? null, record: 'consent'})]);
  onlyForBestInterests(boxes.find(([key]) => key === 'form')[1].control, boxes.filter(([key]) => asksForBestInterests(key) && !value?.[key]).map(([, one]) => one.box));
  const takeBack = async () => {
    edited(await post('/api/edit', {file, path: [...at, 'withdrawn'], was: null, value: today()}));
    say('It is no longer printed. Undo takes this back.');
    redraw();
  };
  return el('fieldset', {class: 'group'}, el('legend', {}, 'Consent: without it, this is never printed'), boxes.map(([, one]) => one.box),
    value && !value.withdrawn ? button('The consent was taken back today', takeBack) : null);
}

/** A photo as it looks, fetched when it is first opened. */
function look(photo) {
  const seen = el('img', {alt: photo.alt ?? '', class: 'photo', hidden: true});
  const load = async () => {
    try {
      seen.src = (await get('/api/form', {name: `photo:${photo.id}`})).picture;
      seen.hidden = false;
    } catch (refusal) { seen.replaceWith(el('p', {class: 'wrong'}, refusal.message)); }
  };
  return {seen, load};
}

export async function showEvidence(box) {
  const form = await get('/api/form', {name: 'evidence'});
  const {file, shape, value} = form;
  const record = (key) => shape.fields.find((field) => field.key === key).of.record;
  const list = (key) => Array.isArray(value[key]) ? value[key] : [];
  const redraw = async () => {
    const open = [...box.querySelectorAll('details[open]')].map((one) => one.id).filter((id) => !id.startsWith('add-'));
    await showEvidence(box);
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  };
  const nameOf = (what, id) => {
    const key = Object.keys(kinds).find((one) => kinds[one] === what), item = key && list(key).find((one) => one.id === id);
    return `“${item?.[titles[key]] ?? id}”`;
  };
  const sites = state.choices.sites.map((site) => site.id);
  const choices = {site: state.choices.sites.map((site) => [site.id, site.name])};
  const ids = (key) => list(key).map((item) => item.id);
  const states = [];  // [key, id, where it is said]
  const item = (key, keys) => (one) => {
    const path = [key, '#' + one.id], consent = record(key).fields.find((field) => field.key === 'consent')?.record;
    const remove = async () => {
      edited(await post('/api/edit', {file, path, was: one, value: null}));
      say('Taken out. Undo brings it back.');
      redraw();
    };
    const state = el('span', {class: 'hint'}), picture = key === 'photos' ? look(one) : null;
    states.push([key, one.id, state]);
    const group = consent ? consentOf({file, path, record: consent, value: one.consent, redraw}) : null;
    const out = el('details', {id: `${key}-${one.id}`}, el('summary', {class: 'lines'}, one[titles[key]] ?? one.id, state), el('div', {class: 'inside'}, picture?.seen,
      fieldsOf({file, path, record: record(key), value: one, keys, choices}), group, button('Take this out', remove)));
    if (picture) {
      out.addEventListener('toggle', picture.load, {once: true});
      const people = [...out.querySelectorAll('input[type=checkbox]')].find((control) => control.id.endsWith('-shows-people'));
      const needed = () => { group.hidden = !people.checked; };
      people.addEventListener('change', needed);
      needed();
    }
    return out;
  };
  const bookId = freshId('book'), told = el('div', {'aria-live': 'polite'});
  const book = el('input', {type: 'file', id: bookId, accept: '.xlsx,.csv', onchange: async () => {
    try {
      const answer = await upload('/api/evidence', book.files[0]);
      edited(answer);
      told.replaceChildren(...(answer.faults ?? []).map(faultCard), el('p', {class: 'note'}, 'The spreadsheet is part of your evidence now.'));
    } catch (refusal) { told.replaceChildren(el('p', {class: 'wrong'}, refusal.message)); }
  }});
  const faults = el('div'), missing = el('div');
  const tell = (now) => {
    const lines = (now.lines ?? []).map((line) => line.split('\t'));
    for (const [key, id, where] of states) where.textContent = standing(lines, key, id);
    fill(faults, (now.faults ?? []).map(faultCard));
    const waiting = lines.filter(([kind]) => kind === 'left-out' || kind === 'expires'), without = lines.filter(([kind]) => kind === 'no-evidence');
    const open = missing.querySelector('details[open]');
    fill(missing, waiting.length || without.length ? el('h2', {}, 'What is missing, and what expires') : null,
      waiting.length ? el('ul', {}, waiting.map(([kind, id, what, why]) => el('li', {}, withDays(kind === 'expires' ? `${nameOf(what, id)} may be used until ${why}.` : `${nameOf(what, id)} is not printed: ${why}.`)))) : null,
      without.length ? el('details', {id: 'without', open: Boolean(open)}, el('summary', {}, `Outcomes without evidence yet (${without.length})`), el('div', {class: 'inside'}, el('ul', {}, without.map((cells) => el('li', {}, cells[2]))))) : null);
  };
  fill(box, el('h1', {}, 'Evidence'), el('p', {class: 'lead'}, 'What you have counted, and what people have said. Small numbers of people are hidden by themselves, and nothing is printed without consent.'),
    faults,
    el('h2', {}, 'What we measure'), list('indicators').map(item('indicators', ['label', 'counts', 'unit', 'unit-one', 'better', 'every', 'method', 'source', 'by', 'strength', 'start', 'target', 'expires', 'outcomes'])),
    adder({title: 'Measure something more', record: record('indicators'), path: ['indicators'], from: 'label', more: ['unit', 'source', 'outcomes'], file, taken: ids('indicators'), done: redraw}),
    el('h2', {}, 'The numbers'), numbers(form.numbers ?? '', ids('indicators'), sites),
    el('h2', {}, 'What people say'), list('voices').map(item('voices', ['text', 'by', 'site', 'on', 'outcomes'])),
    adder({title: 'Add what somebody said', record: record('voices'), path: ['voices'], from: 'by', more: ['site', 'outcomes'], choices, file, taken: ids('voices'), done: redraw}),
    el('h2', {}, 'Photos'), el('p', {class: 'hint'}, 'The first one that a reader may see stands in their briefing.'), list('photos').map(item('photos', ['alt', 'caption', 'credit', 'site', 'shows-people'])),
    adder({title: 'Add a photo', record: record('photos'), path: ['photos'], from: 'alt', more: ['caption', 'credit', 'site', 'shows-people'], choices, file, taken: ids('photos'), done: redraw}),
    el('h2', {}, 'From a spreadsheet'), el('div', {class: 'field'}, el('label', {for: bookId}, 'Your evidence workbook, or a table of numbers'), book, told),
    missing);
  tell(form);
  onChange(debounce(500, async () => { if (box.isConnected) tell(await get('/api/form', {name: 'evidence'})); }));
}
