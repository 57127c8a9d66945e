// Fields that save themselves: each keystroke is written into the project's file, those that come meanwhile together.
// What could not be saved stays in this browser until it can.

import {post} from './api.js';
import {button, el, say} from './dom.js';
import {labelOf, hintOf} from './names.js';
import {edited, state} from './state.js';

const pause = 1500;  // ms, after which typing on is a change of its own
const idOf = (file, path) => 'f-' + [file, ...path].join('-').replace(/[^a-zA-Z0-9-]+/g, '_');
const draftKey = (file, path) => `sayso:${document.body.dataset.folder}:${file}:${path.join('/')}`;
const unsaved = new Set();

export const hasUnsaved = () => unsaved.size > 0;
addEventListener('beforeunload', (event) => { if (hasUnsaved()) event.preventDefault(); });

/**
 * The saving of one value. `was` is what stands in the file; `read` gives what is to stand there, null for
 * nothing, undefined where it cannot be saved as it is, for which `incomplete` is said; `show` puts a value into the control.
 */
function saver({file, path, was, read, show, tell, control, incomplete = ''}) {
  const key = draftKey(file, path);
  let last = was, chain = Promise.resolve(), typed = 0, run = '';

  const conflict = (body, mine) => {
    tell(body.sentence, [
      el('p', {class: 'hint'}, `In the file now: ${typeof body.now === 'object' ? JSON.stringify(body.now) : body.now}`),
      el('div', {class: 'row'},
        button('Keep mine', () => { last = body.now; save(mine); }),
        button('Take that one', () => { last = body.now; show(body.now); settled(); }))]);
  };
  const settled = () => {
    unsaved.delete(key);
    localStorage.removeItem(key);
    tell('');
  };
  async function save(value) {
    if (value === undefined) return;
    if (JSON.stringify(value) === JSON.stringify(last)) return settled();
    unsaved.add(key);
    localStorage.setItem(key, JSON.stringify(value));
    say('Saving …');
    try {
      const answer = await post('/api/edit', {file, path, was: last, value, run});
      last = value;
      if (JSON.stringify(read()) === JSON.stringify(value)) settled();
      edited(answer);
      say('Saved');
    } catch (refusal) {
      say('Not saved');
      if (refusal.body?.conflict) conflict(refusal.body, value);
      else tell(refusal.message);
    }
  }
  const now = () => (chain = chain.then(() => save(read())));
  control.addEventListener('focus', () => { typed = 0; });
  control.addEventListener('input', () => {
    if (Date.now() - typed > pause) run = crypto.randomUUID();  // one undo takes back what was typed in one go
    typed = Date.now();
    if (read() === undefined) {
      settled();
      return tell(incomplete);
    }
    unsaved.add(key);
    localStorage.setItem(key, JSON.stringify(read()));
    now();
  });
  control.addEventListener('change', now);
  const draft = localStorage.getItem(key);
  if (draft !== null && draft !== JSON.stringify(was)) {
    show(JSON.parse(draft));
    tell('This was typed but not saved when the window closed.', [el('div', {class: 'row'},
      button('Save it', now), button('Leave it', () => { show(was); settled(); }))]);
  }
  return {save: now};
}

/** Label, hint, control and a place for what is wrong; `control(id, describedBy)` makes the control. */
function framed({id, label, hint, control, beneath = []}) {
  const wrong = el('div', {id: id + '-wrong', 'aria-live': 'polite'});
  const hintId = hint ? id + '-hint' : '';
  const made = control([hintId, id + '-wrong'].filter(Boolean).join(' '));
  const tell = (words, more = []) => {
    wrong.replaceChildren(...(words ? [el('p', {class: 'wrong'}, words), ...more] : []));
    if (words) made.setAttribute('aria-invalid', 'true'); else made.removeAttribute('aria-invalid');
  };
  const box = el('div', {class: 'field'}, el('label', {for: id}, label),
    hint ? el('p', {class: 'hint', id: hintId}, hint) : null, made, beneath, wrong);
  return {box, control: made, tell};
}

const asLines = (value) => Array.isArray(value) ? value.join('\n') : value ?? '';
const lines = (text) => text.split('\n').map((one) => one.trim()).filter(Boolean);

/** A text, or a list of texts with a line for each. `onlook` gives hints on what was typed. */
export function textField({file, path, value, label, hint, large = false, list = false, room = 0, fallback = null, placeholder, type = 'text', onlook}) {
  const id = idOf(file, path);
  const shown = (given) => asLines(given ?? fallback);
  const count = room ? el('p', {class: 'count'}) : null, hints = onlook ? el('ul', {class: 'hints', id: id + '-hints'}) : null;
  const {box, control, tell} = framed({id, label, hint, beneath: [count, hints].filter(Boolean), control: (describedby) => el(large ? 'textarea' : 'input',
    {id, value: shown(value), 'aria-describedby': hints ? `${describedby} ${id}-hints` : describedby, placeholder, type: large ? null : type, rows: large ? 3 : null, spellcheck: 'true'})});
  const read = () => {
    const text = control.value.trim();
    if (!text || (fallback !== null && text === asLines(fallback).trim())) return null;
    return list ? lines(control.value) : text;
  };
  const look = () => {
    count?.classList.toggle('over', control.value.length > room);
    if (count) count.textContent = `${control.value.length} of about ${room} letters`;
    hints?.replaceChildren(...onlook(control.value).map((hint) => el('li', {}, hint)));
  };
  control.addEventListener('input', look);
  const show = (given) => { control.value = shown(given); look(); };
  const saving = saver({file, path, was: value ?? null, read, show, tell, control});
  look();
  return {box, control, reset: () => { show(null); saving.save(); }};
}

/** A day, as 2026-01-31. Half a day is not saved. */
export function dayField({file, path, value, label, hint}) {
  const id = idOf(file, path);
  const {box, control, tell} = framed({id, label, hint, control: (describedby) => el('input', {type: 'date', id, value: value ?? '', min: '2000-01-01', max: '2099-12-31', 'aria-describedby': describedby})});
  const read = () => control.validity.valid ? control.value || null : undefined;
  saver({file, path, was: value ?? null, read, show: (given) => { control.value = given ?? ''; }, tell, control, incomplete: 'This is no whole day yet.'});
  return {box, control};
}

export function choiceField({file, path, value, label, hint, options, empty = 'Not chosen'}) {
  const id = idOf(file, path);
  const {box, control, tell} = framed({id, label, hint, control: (describedby) => el('select', {id, 'aria-describedby': describedby},
    el('option', {value: ''}, empty), options.map(([key, words]) => el('option', {value: key, selected: key === value}, words)))});
  saver({file, path, was: value ?? null, read: () => control.value || null, show: (given) => { control.value = given ?? ''; }, tell, control});
  return {box, control};
}

/** `absent`: what holds where nothing is written. */
export function checkField({file, path, value, label, hint, absent = false}) {
  const id = idOf(file, path), isOn = (given) => given == null ? absent : String(given) === 'true';
  const control = el('input', {type: 'checkbox', id, checked: isOn(value), 'aria-describedby': id + '-wrong'});
  const wrong = el('div', {id: id + '-wrong'});
  saver({file, path, was: value ?? null, read: () => control.checked === absent ? null : control.checked,
    show: (given) => { control.checked = isOn(given); }, tell: (words) => wrong.replaceChildren(words), control});
  return {box: el('div', {class: 'field'}, el('label', {class: 'check', for: id}, control, label), hint ? el('p', {class: 'hint'}, hint) : null, wrong), control};
}

/**
 * Some of several, each with a tick; options are [value, words]. `all` is what a tick for all of them is called, and `allValue` what it
 * stands for; `absent` is what holds where nothing is written. `read` gives undefined for none at all.
 */
export function ticks({id, value, label, hint, options, all = '', allValue = null, absent = null}) {
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const listed = (given) => given == null ? [] : Array.isArray(given) ? given : [given];
  const known = [...options, ...listed(value).filter((one) => one !== 'all' && !options.some(([key]) => key === one)).map((one) => [one, labelOf(one)])];
  const wrong = el('div', {id: id + '-wrong', 'aria-live': 'polite'});
  const tick = (key, words) => el('label', {class: key ? 'check' : 'check all'}, el('input', {type: 'checkbox', id: `${id}-${key}`, value: key}), words);
  const every = all ? tick('', all) : null, some = known.map(([key, words]) => tick(key, words));
  const control = el('fieldset', {id, class: 'many', tabindex: -1, 'aria-describedby': id + '-wrong'},
    el('legend', {}, label), hint ? el('p', {class: 'hint'}, hint) : null, el('div', {class: 'ticks'}, every, some), wrong);
  const boxes = some.map((one) => one.firstChild), whole = every?.firstChild;
  const show = (given) => {
    const isAll = all && (same(given ?? null, allValue) || listed(given).includes('all') || (allValue === null && !listed(given).length));
    if (whole) whole.checked = isAll;
    for (const box of boxes) box.checked = isAll || (listed(given).length ? listed(given) : absent ?? []).includes(box.value);
  };
  const read = () => {
    if (whole?.checked) return allValue;
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    if (!chosen.length) return undefined;
    return absent && same(chosen, absent) ? null : chosen;
  };
  control.addEventListener('input', ({target}) => {
    if (target === whole) for (const box of boxes) box.checked = whole.checked;
    else if (whole) whole.checked = false;
  });
  show(value);
  const tell = (words, more = []) => wrong.replaceChildren(...(words ? [el('p', {class: 'wrong'}, words), ...more] : []));
  return {box: control, control, read, show, tell};
}

/** `ticks` that save themselves. None at all is not saved: `none` says what to do. */
export function manyField({file, path, value, none, ...more}) {
  const made = ticks({id: idOf(file, path), value, ...more});
  saver({file, path, was: value ?? null, ...made, incomplete: none});
  return made;
}

const days = ['on', 'until', 'expires', 'withdrawn'];
/** Keys that hold ids: what there is to choose from. A consent to all of them is another thing than one to each. */
export const several = {
  'consent audiences': () => ({options: state.choices.audiences.map(({id, name}) => [id, name]), all: 'Every reader', allValue: ['all'], none: 'Choose who may see it.'}),
  'consent uses': () => ({options: state.choices.kinds.map(({id}) => [id, labelOf(id)]), all: 'Every kind of document', allValue: ['all'], none: 'Choose what may show it.'}),
};
export const isDay = (key) => days.includes(key);

/** Any key of a record, by its description in the schema. */
export function fieldOf({file, path, field, value, choices = {}, record = ''}) {
  const key = field.key, at = [...path, key];
  const label = labelOf(key, record), hint = hintOf(key, field.doc);
  const options = field.allowed?.map((word) => [word, labelOf(word)]) ?? choices[key];
  if (field.kind === 'boolean') return checkField({file, path: at, value, label, hint, absent: field.default === 'true'});
  if (days.includes(key)) return dayField({file, path: at, value, label, hint});
  if (several[`${record} ${key}`]) return manyField({file, path: at, value, label, hint, ...several[`${record} ${key}`]()});
  if (field.kind === 'text' && options) return choiceField({file, path: at, value, label, hint, options});
  if (field.kind === 'list') return textField({file, path: at, value, label, hint: `${hint} One on each line.`, large: true, list: true});
  const large = ['about', 'text', 'method', 'address', 'basis', 'reason'].includes(key) || String(value ?? '').length > 70;
  const type = key === 'phone' ? 'tel' : 'text';
  return textField({file, path: at, value, label, hint, large, type});
}

/** The fields of a record; `keys` says which and in what order. */
export function fieldsOf({file, path, record, value, keys, choices}) {
  const own = value && typeof value === 'object' ? value : {};
  return keys.map((key) => {
    const field = record.fields.find((one) => one.key === key);
    return fieldOf({file, path, field, value: own[key] ?? null, choices, record: record.name}).box;
  });
}

/** Puts the keyboard on the control of a value, if it is on this page. */
export function focusField(file, path) {
  const control = document.getElementById(idOf(file, path));
  if (!control) return false;
  for (let parent = control.closest('details'); parent; parent = parent.parentElement.closest('details')) parent.open = true;
  control.scrollIntoView({block: 'center'});
  control.focus({preventScroll: true});
  return true;
}
