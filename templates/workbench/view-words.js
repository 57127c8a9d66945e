// Our words: each reader's texts, beside the page that shows them.

import {get} from './api.js';
import {button, el, fill} from './dom.js';
import {focusField, textField} from './field.js';
import {labelOf} from './names.js';
import {addressOf, firstLook, keepLook, showPages} from './pages.js';
import {state} from './state.js';
import {lookChooser} from './view-documents.js';

/** What makes a text hard to read, as it is typed. */
function plainHints(most) {
  return (text) => text.split(/(?<=[.!?])\s+|\n/).map((one) => one.trim().split(/\s+/).filter(Boolean).length)
    .filter((words) => words > most).slice(0, 1).map((words) => `a sentence of ${words} words: try two shorter ones`);
}

/** "outcomes / fun / claim" → "Fun: in a few words". */
function nameOf(path) {
  const parts = path.slice(2).map((step) => labelOf(step.replace(/^#/, '')));
  return parts.length > 2 ? `${parts.at(-2)}: ${parts.at(-1).toLowerCase()}` : parts.at(-1);
}

const groups = [['First words', (path) => path.length === 3 && path[2] !== 'texts'], ['Outcomes', (path) => path[2] === 'outcomes'], ['What we ask', (path) => path[2] === 'asks'],
  ['Leaflets, posters and slides', (path) => path[2] === 'texts'], ['Easy Read', (path) => path[2] === 'easy-read'], ['More', () => true]];

function wordsField(text) {
  const {file, path, own, shipped, room, doc} = text;
  const easy = path[2] === 'easy-read';
  const list = Array.isArray(shipped ?? own);
  const note = el('p', {class: 'hint'});
  const field = textField({file, path, value: own, fallback: shipped, label: nameOf(path), hint: list ? 'A line for each sentence.' : doc, large: true, list, room, onlook: plainHints(easy ? 15 : 25)});
  const back = button('Use the words that came with it', () => field.reset(), 'plain');
  const tell = () => {
    const ours = shipped !== null && field.control.value.trim() !== (list ? shipped.join('\n') : shipped).trim();
    note.replaceChildren(...(ours ? ['Your own words. ', back] : []));
  };
  field.control.addEventListener('input', tell);
  tell();
  field.box.append(note);
  return field.box;
}

export async function showWords(box, query) {
  const look = firstLook();
  const wanted = query.get('audience');
  if (wanted && state.choices.audiences.some(({id}) => id === wanted)) { look.audience = wanted; keepLook(look); }
  const form = el('div'), pages = el('div', {class: 'pages-side', tabindex: 0, role: 'region', 'aria-label': 'Pages'});
  const choose = (fields) => {
    if (!fields.some((field) => focusField(field.file, field.path))) location.hash = addressOf(fields[0]);
  };
  async function draw() {
    const {texts} = await get('/api/words', {audience: look.audience});
    const left = [...texts];
    form.replaceChildren(...groups.map(([title, belongs], number) => {
      const mine = left.filter((text) => belongs(text.path[0] === 'audiences' ? text.path : ['', '', ...text.path]));
      for (const text of mine) left.splice(left.indexOf(text), 1);
      return mine.length ? el('details', {id: 'words-' + number, open: number === 0}, el('summary', {}, `${title} (${mine.length})`), el('div', {class: 'inside'}, mine.map(wordsField))) : null;
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
