// Our words: each reader's texts, beside the page that shows them.

import {get} from './api.js';
import {button, el, fill} from './dom.js';
import {focusField, textField} from './field.js';
import {plainHints} from './hints.js';
import {labelOf} from './names.js';
import {addressOf, firstLook, keepLook, showPages} from './pages.js';
import {state} from './state.js';
import {lookChooser} from './view-documents.js';

/** "outcomes / fun / claim" → "Fun: in a few words". */
function nameOf(path) {
  const parts = path.slice(2).map((step) => labelOf(step.replace(/^#/, '')));
  return parts.length > 2 ? `${parts.at(-2)}: ${parts.at(-1).toLowerCase()}` : parts.at(-1);
}

const groups = [['First words', (path) => path.length === 3 && path[2] !== 'texts'], ['Outcomes', (path) => path[2] === 'outcomes'], ['What we ask', (path) => path[2] === 'asks'],
  ['Leaflets, posters and slides', (path) => path[2] === 'texts'], ['Easy Read', (path) => path[2] === 'easy-read'], ['More', () => true]];

const wordsField = (hints) => (text) => {
  const {file, path, own, shipped, room, doc} = text;
  const easy = path[2] === 'easy-read';
  const list = Array.isArray(shipped ?? own);
  const came = list ? (shipped ?? []).join('\n') : shipped ?? '';
  const note = el('div');
  const field = textField({file, path, value: own, fallback: shipped, label: nameOf(path), hint: list ? 'A line for each sentence.' : doc, large: true, list, room, onlook: (typed) => typed.trim() === came.trim() ? [] : (easy ? hints.easy : hints.usual)(typed)});
  const before = el('details', {class: 'came'}, el('summary', {}, 'The words that came with it'),
    el('div', {class: 'inside'}, came.split('\n').map((line) => el('p', {}, line)), button('Use these again', () => { field.reset(); field.control.focus(); })));
  const tell = () => {
    const ours = shipped !== null && field.control.value.trim() !== came.trim();
    if (ours !== note.contains(before)) note.replaceChildren(...(ours ? [before] : []));
  };
  field.control.addEventListener('input', tell);
  tell();
  field.box.append(note);
  return field.box;
};

export async function showWords(box, query) {
  const look = firstLook();
  const wanted = query.get('audience');
  if (wanted && state.choices.audiences.some(({id}) => id === wanted)) { look.audience = wanted; keepLook(look); }
  const form = el('div'), pages = el('div', {class: 'pages-side', tabindex: 0, role: 'region', 'aria-label': 'Pages'});
  const choose = (fields) => {
    if (!fields.some((field) => focusField(field.file, field.path))) location.hash = addressOf(fields[0]);
  };
  async function draw() {
    const {texts, plain} = await get('/api/words', {audience: look.audience});
    const hints = {usual: plainHints(plain, false), easy: plainHints(plain, true)};
    const left = [...texts];
    form.replaceChildren(...groups.map(([title, belongs], number) => {
      const mine = left.filter((text) => belongs(text.path[0] === 'audiences' ? text.path : ['', '', ...text.path]));
      for (const text of mine) left.splice(left.indexOf(text), 1);
      return mine.length ? el('details', {id: 'words-' + number, open: number === 0}, el('summary', {}, `${title} (${mine.length})`), el('div', {class: 'inside'}, mine.map(wordsField(hints)))) : null;
    }).filter(Boolean));
  }
  let shown = look.audience;
  const reload = () => load();
  const select = lookChooser(look, async () => { if (shown !== look.audience) { shown = look.audience; await draw(); } reload(); }, ['audience', 'kind']);
  fill(box, el('h1', {}, 'Our words'),
    el('p', {class: 'lead'}, 'What each reader is told. Choose a sentence on the page, or change it here. Words in {{ }} are filled in by themselves; ** ** makes words bold.'),
    select, el('div', {class: 'beside'}, form, pages));
  await draw();
  const load = showPages(pages, () => look, choose);
}
