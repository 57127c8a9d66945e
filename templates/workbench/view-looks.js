// Looks: logo, theme, two colours, with a page beside them.

import {get, post, upload} from './api.js';
import {button, el, fill, freshId, say} from './dom.js';
import {choiceField} from './field.js';
import {labelOf} from './names.js';
import {firstLook, showPages} from './pages.js';
import {edited, state} from './state.js';

export async function showLooks(box) {
  const {file, value} = await get('/api/form', {name: 'project'});
  let colors = value.brand?.colors ?? [];
  if (!Array.isArray(colors)) colors = [colors];
  const wrong = el('p', {class: 'wrong', role: 'alert'});

  const logoId = freshId('logo');
  const logo = el('input', {type: 'file', id: logoId, accept: '.svg,.png,.jpg,.jpeg', onchange: () => logo.files[0] && send(logo.files[0])});
  const send = async (chosen) => {
    wrong.textContent = '';
    say('Reading the logo …');
    try {
      edited(await upload('/api/logo', chosen));
      say('The logo is in its place');
    } catch (refusal) { say('Not saved'); wrong.textContent = refusal.message; }
  };

  const wells = [0, 1].map((number) => {
    const id = freshId('color');
    return {id, input: el('input', {type: 'color', id, value: colors[number] ?? ['#0b4f5c', '#f2b138'][number]})};
  });
  const save = async (next) => {
    wrong.textContent = '';
    try {
      edited(await post('/api/edit', {file, path: ['brand', 'colors'], was: value.brand?.colors ?? null, value: next}));
      (value.brand ??= {}).colors = next;
      say('Saved');
    } catch (refusal) { wrong.textContent = refusal.message; }
  };
  const both = () => save(wells.map(({input}) => input.value.toUpperCase()));
  for (const {input} of wells) input.addEventListener('change', both);

  const pages = el('div', {class: 'pages-side', tabindex: 0, role: 'region', 'aria-label': 'Pages'});
  fill(box, el('h1', {}, 'Looks'), el('p', {class: 'lead'}, 'How your documents look. Colours are made as dark or light as words on them need.'),
    el('div', {class: 'beside'},
      el('div', {},
        el('h2', {}, 'Logo'), el('div', {class: 'field', ondragover: (event) => event.preventDefault(),
          ondrop: (event) => { event.preventDefault(); if (event.dataTransfer.files[0]) send(event.dataTransfer.files[0]); }},
          el('label', {for: logoId}, 'Choose your logo, or drop it here'), el('p', {class: 'hint'}, 'SVG, PNG or JPEG.'), logo),
        el('h2', {}, 'Theme'),
        choiceField({file, path: ['theme'], value: value.theme ?? null, label: 'Theme', hint: 'High contrast is for readers who see little.', empty: 'As it comes',
          options: state.choices.themes.map((id) => [id, labelOf(id)])}).box,
        el('h2', {}, 'Your two colours'),
        el('div', {class: 'row'}, wells.map(({id, input}, number) => el('div', {}, el('label', {for: id}, ['Headings', 'Fills'][number]), input))),
        el('div', {class: 'row'}, button('The theme’s own colours', () => save(null))), wrong),
      pages));
  showPages(pages, firstLook, null);
}
