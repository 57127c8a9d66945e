// Elements, and the little that every view does with them.

/** el("p", {class: "hint"}, "words", element): an element. `on…` are listeners; null children are left out. */
export function el(name, props = {}, ...children) {
  const out = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) out.addEventListener(key.slice(2), value);
    else if (key === 'value') out.value = value;
    else if (key === 'checked') out.checked = value;
    else out.setAttribute(key, value === true ? '' : value);
  }
  out.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return out;
}

/** What a box holds from now on. */
export function fill(box, ...children) {
  box.replaceChildren(...children.flat(9).filter((child) => child !== null && child !== undefined));
}

let numbers = 0;
export const freshId = (stem) => `${stem}-${++numbers}`;

/** A labelled choice: options are [value, words]. */
export function chooser(label, options, value, changed) {
  const id = freshId('choose');
  return el('div', {class: 'field'}, el('label', {for: id}, label),
    el('select', {id, onchange: (event) => changed(event.target.value)},
      options.map(([key, words]) => el('option', {value: key, selected: key === value}, words))));
}

export const button = (words, pressed, kind = '') => el('button', {type: 'button', class: kind, onclick: pressed}, words);

/** Says something to everybody, those who hear the page included. */
export function say(words) {
  document.getElementById('status').textContent = words;
}

export function kebab(text) {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 50);
}

/** First letter large, a full stop behind. */
export function sentence(text) {
  if (!text) return '';
  const out = text[0].toUpperCase() + text.slice(1);
  return /[.!?”"]$/.test(out) ? out : out + '.';
}

export const debounce = (wait, call) => {
  let timer = 0;
  return (...given) => { clearTimeout(timer); timer = setTimeout(() => call(...given), wait); };
};
