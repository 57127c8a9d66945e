// Who we are: name, address, whom to ask, places.

import {get, post, upload} from './api.js';
import {button, el, fill, freshId, kebab, say} from './dom.js';
import {fieldsOf} from './field.js';
import {labelOf} from './names.js';
import {faultCard} from './pages.js';
import {edited, loadState} from './state.js';

const contactKeys = ['name', 'role', 'phone', 'email', 'web'];

function contact(file, service, record, key) {
  const shape = record.fields.find((field) => field.key === key).record;
  return el('fieldset', {class: 'group'}, el('legend', {}, labelOf(key)),
    fieldsOf({file, path: ['service', key], record: shape, value: service[key], keys: contactKeys}));
}

function place(file, record, site, redraw) {
  const path = ['service', 'sites', '#' + site.id];
  const remove = async () => {
    edited(await post('/api/edit', {file, path, was: site, value: null}));
    say(`${site.name} was taken out. Undo brings it back.`);
    redraw();
  };
  return el('details', {id: 'place-' + site.id}, el('summary', {}, site.name || site.id, site.place ? `, ${site.place}` : ''),
    el('div', {class: 'inside'},
      fieldsOf({file, path, record, value: site, keys: ['name', 'place', 'address', 'opening-hours']}),
      el('fieldset', {class: 'group'}, el('legend', {}, 'Whom to ask there, if not the same as above'),
        fieldsOf({file, path: [...path, 'contact'], record: record.fields.find((one) => one.key === 'contact').record, value: site.contact, keys: contactKeys})),
      button('Take this place out', remove)));
}

export async function showWho(box) {
  const {file, shape, value, broken} = await get('/api/form', {name: 'project'});
  const record = shape.fields.find((field) => field.key === 'service').record;
  const service = value.service ?? {}, sites = Array.isArray(service.sites) ? service.sites : [];
  const siteRecord = record.fields.find((field) => field.key === 'sites').of.record;
  const redraw = async () => { await loadState(); await showWho(box); };
  const path = ['service'];
  const plain = (key) => fieldsOf({file, path, record, value: service, keys: [key]});

  const name = el('input', {id: 'new-place', 'data-new': ''}), wrong = el('p', {class: 'wrong', role: 'alert'});
  const add = async () => {
    const words = name.value.trim(), stem = kebab(words);
    if (!stem) { wrong.textContent = 'Write the name of the place.'; return name.focus(); }
    let id = stem;
    for (let number = 2; sites.some((site) => site.id === id); ++number) id = `${stem}-${number}`;
    try {
      edited(await post('/api/edit', {file, path: [...path, 'sites', '+'], value: {id, name: words}}));
      await redraw();
      document.getElementById('place-' + id)?.setAttribute('open', '');
      document.getElementById('new-place').focus();
    } catch (refusal) { wrong.textContent = refusal.message; }
  };
  name.addEventListener('keydown', (event) => { if (event.key === 'Enter') add(); });

  const sheetId = freshId('sheet'), told = el('div', {'aria-live': 'polite'});
  const sheet = el('input', {type: 'file', id: sheetId, accept: '.xlsx,.csv', onchange: () => sheet.files[0] && send(sheet.files[0])});
  const send = async (chosen) => {
    told.replaceChildren('Reading …');
    try {
      const answer = await upload('/api/sites', chosen);
      edited(answer);
      const number = answer.lines?.length ?? 0;
      told.replaceChildren(el('p', {class: 'note'}, `${number} ${number === 1 ? 'place' : 'places'} in all now.`), ...(answer.faults ?? []).map(faultCard));
      await loadState();
    } catch (refusal) { told.replaceChildren(el('p', {class: 'wrong'}, refusal.message)); }
  };
  const drop = el('div', {class: 'card', ondragover: (event) => event.preventDefault(),
    ondrop: (event) => { event.preventDefault(); if (event.dataTransfer.files[0]) send(event.dataTransfer.files[0]); }},
    el('h3', {}, 'From a spreadsheet'),
    el('p', {class: 'hint'}, 'A row for each place, with the headings id, name and place; and if you like address, contact-name, contact-phone and contact-email. Drop the file here or choose it.'),
    el('label', {for: sheetId}, 'Spreadsheet of places'), sheet, told);

  fill(box,
    el('h1', {}, 'Who we are'), el('p', {class: 'lead'}, 'This stands on every document. It is saved as you type.'),
    broken ? el('p', {class: 'note'}, 'The project’s file has a fault in it, so nothing can be saved by form. ', el('a', {href: '#text?file=sayso.yaml'}, 'Put it right as text.')) : null,
    plain('name'), plain('about'), plain('address'), plain('opening-hours'), plain('fictional'),
    el('h2', {}, 'People to ask'), contact(file, service, record, 'contact'), contact(file, service, record, 'second-contact'),
    el('h2', {}, 'Our places'),
    sites.map((site) => place(file, siteRecord, site, redraw)),
    el('div', {class: 'card'}, el('h3', {}, 'One more'), el('label', {for: 'new-place'}, 'Name of the place'), name, wrong, el('div', {class: 'row'}, button('Add this place', add))),
    drop,
    el('p', {}, 'Your logo and colours are under ', el('a', {href: '#looks'}, 'Looks'), '.'));
}
