// The form for something new: what it must have, and its consent.

import {post, upload} from './api.js';
import {button, el, freshId, kebab, say} from './dom.js';
import {isDay, several, ticks} from './field.js';
import {hintOf, labelOf} from './names.js';
import {edited} from './state.js';

const bestInterests = ['decided-by', 'consulted', 'reason'];
const consentKeys = ['by', 'form', 'on', 'until', 'audiences', 'uses', 'record', ...bestInterests];

/** Shows what best interests ask for only where the consent was given so. */
export function onlyForBestInterests(form, boxes) {
  const look = () => { for (const box of boxes) box.hidden = form.value !== 'best-interests'; };
  form.addEventListener('change', look);
  look();
}
export const asksForBestInterests = (key) => bestInterests.includes(key);

/** A key's control: `read` gives its value, undefined for none. */
function controlOf(keys, field, record, choices) {
  const id = freshId('new'), key = field.key, label = labelOf(key, record), hint = hintOf(key, field.doc);
  const choose = several[`${record} ${key}`];
  if (choose) {
    const made = ticks({id, label, hint, value: choose().allValue, ...choose()});
    return {keys, field, ...made};
  }
  const isTrue = field.default === 'true', options = field.allowed?.map((word) => [word, labelOf(word)]) ?? choices?.[key];
  if (field.kind === 'boolean') {
    const control = el('input', {type: 'checkbox', id, checked: isTrue});
    return {keys, field, control, read: () => control.checked === isTrue ? undefined : control.checked,
      box: el('div', {class: 'field'}, el('label', {class: 'check', for: id}, control, label), el('p', {class: 'hint'}, hint))};
  }
  const control = options ? el('select', {id, 'data-new': ''}, el('option', {value: ''}, 'Not chosen'), options.map(([value, words]) => el('option', {value}, words)))
    : isDay(key) ? el('input', {type: 'date', id, min: '2000-01-01', max: '2099-12-31', 'data-new': ''})
      : el(['text', 'method', 'reason', 'alt'].includes(key) ? 'textarea' : 'input', {id, 'data-new': ''});
  const read = () => {
    const text = control.value.trim();
    if (!text) return undefined;
    return field.kind === 'list' ? text.split(/[\n,]+/).map((one) => one.trim()).filter(Boolean) : text;
  };
  return {keys, field, control, read, box: el('div', {class: 'field'}, el('label', {for: id}, label), hint ? el('p', {class: 'hint'}, hint) : null, control)};
}

/** Chosen or dropped; `read` gives the file. */
function pictureControl(field) {
  const id = freshId('new'), seen = el('img', {alt: '', class: 'photo', hidden: true}), wrong = el('p', {class: 'hint', 'aria-live': 'polite'});
  const control = el('input', {type: 'file', id, accept: '.jpg,.jpeg,.png,.heic,.heif,.webp,.avif,.svg', 'data-new': '', onchange: () => {
    const [file] = control.files;
    seen.hidden = !file;
    wrong.textContent = '';
    if (file) seen.src = URL.createObjectURL(file);
  }});
  seen.addEventListener('error', () => { seen.hidden = true; wrong.textContent = 'This browser cannot show it here; the documents can.'; });
  const drop = (event) => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    control.files = event.dataTransfer.files;
    control.dispatchEvent(new Event('change'));
  };
  return {keys: ['file'], field, control, read: () => control.files[0],
    box: el('div', {class: 'field drop', ondragover: (event) => event.preventDefault(), ondrop: drop}, el('label', {for: id}, 'Choose the photo, or drop it here'),
      el('p', {class: 'hint'}, 'JPEG, PNG or HEIC, as telephones save it. Where and when it was taken is never passed on.'), control, seen, wrong)};
}

/** What is still needed of what was begun. */
function missing(controls, value) {
  const lacks = ({keys, field, read}) => field.required && read() === undefined && !(field.key === 'id');
  const own = controls.find((one) => one.keys.length === 1 && lacks(one));
  if (own || !value.consent) return own;
  return controls.find((one) => one.keys.length > 1 && (lacks(one) || (asksForBestInterests(one.field.key) && value.consent.form === 'best-interests' && one.read() === undefined)));
}

/** A form for a new item: what it must have, and `more`. Its id comes from the key `from`. */
export function adder({title, record, path, from, more = [], choices, file, taken, done}) {
  const consent = record.fields.find((field) => field.key === 'consent')?.record;
  const wanted = record.fields.filter((field) => (field.required && field.key !== 'id') || more.includes(field.key));
  const own = wanted.map((field) => field.key === 'file' ? pictureControl(field) : controlOf([field.key], field, record.name, choices));
  const agreed = consent ? consentKeys.map((key) => controlOf(['consent', key], consent.fields.find((field) => field.key === key), 'consent')) : [];
  const controls = [...own, ...agreed];
  const wrong = el('p', {class: 'wrong', role: 'alert'});
  const box = (some) => some.map((one) => one.box);
  const group = agreed.length ? el('fieldset', {class: 'group'}, el('legend', {}, 'Consent: without it, this is never printed'), box(agreed)) : null;
  const people = own.find(({field}) => field.key === 'shows-people')?.control;
  people?.addEventListener('change', () => { group.hidden = !people.checked; });
  if (group) onlyForBestInterests(agreed.find(({field}) => field.key === 'form').control, box(agreed.filter(({field}) => asksForBestInterests(field.key))));

  const valueOf = () => {
    const value = {};
    for (const {keys, read, box: shown} of controls) {
      const given = shown.hidden || (keys.length > 1 && group.hidden) ? undefined : read();
      if (given !== undefined) (keys.length > 1 ? value.consent ??= {} : value)[keys.at(-1)] = given;
    }
    const begun = ['by', 'form', 'on', 'record'].some((key) => value.consent?.[key]);
    if (!begun) delete value.consent;
    return value;
  };
  const add = async () => {
    const value = valueOf(), lacking = missing(controls, value);
    if (lacking) {
      wrong.textContent = `“${lacking.field.key === 'file' ? 'The photo' : labelOf(lacking.field.key, lacking.keys.length > 1 ? 'consent' : record.name)}” is needed.`;
      return lacking.control.focus();
    }
    const stem = kebab(value[from]).split('-').slice(0, 4).join('-') || 'item';
    let id = stem;
    for (let number = 2; taken.includes(id); ++number) id = `${stem}-${number}`;
    try {
      if (value.file) value.file = (await upload('/api/picture', value.file)).file;
      edited(await post('/api/edit', {file, path: [...path, '+'], value: {id, ...value}}));
      say('Saved');
      await done();
    } catch (refusal) { wrong.textContent = refusal.message; }
  };
  return el('details', {id: 'add-' + path.join('-')}, el('summary', {}, title), el('div', {class: 'inside'}, box(own), group, wrong, button('Add', add, 'first')));
}
