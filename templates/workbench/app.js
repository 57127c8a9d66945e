// The workbench in one window: which view is shown, undo and redo, and what changes outside.

import {get, post, quiet} from './api.js';
import {debounce, el, say} from './dom.js';
import {focusField, hasUnsaved} from './field.js';
import {changed, edited, forgetListeners, loadState, state} from './state.js';
import {showCheck} from './view-check.js';
import {showDocuments} from './view-documents.js';
import {showEvidence} from './view-evidence.js';
import {showLooks} from './view-looks.js';
import {showPack} from './view-pack.js';
import {showStart} from './view-start.js';
import {showText} from './view-text.js';
import {showWho} from './view-who.js';
import {showWords} from './view-words.js';

const views = {
  who: ['Who we are', showWho], words: ['Our words', showWords], looks: ['Looks', showLooks], evidence: ['Evidence', showEvidence],
  documents: ['Documents', showDocuments], pack: ['Pack', showPack], check: ['Check', showCheck],
};
const main = document.getElementById('main');

function here() {
  const [name, query = ''] = location.hash.slice(1).split('?');
  return {name: views[name] || name === 'text' ? name : state.preview ? 'documents' : 'who', query: new URLSearchParams(query)};
}

function showNav(name) {
  const nav = document.getElementById('nav');
  nav.hidden = !state.choices;
  nav.replaceChildren(el('ul', {}, Object.entries(views).map(([key, [title]]) =>
    el('li', {}, el('a', {href: `#${key}`, 'aria-current': key === name ? 'page' : null}, title)))));
}

let shown = 0;
async function show({focus = true} = {}) {
  const mine = ++shown;
  forgetListeners();
  const {name, query} = here();
  showNav(state.choices ? name : '');
  const box = el('div');
  try {
    if (!state.choices) await showStart(box, restart);
    else await (name === 'text' ? showText : views[name][1])(box, query);
  } catch (refusal) {
    box.replaceChildren(el('h1', {}, 'This cannot be shown'), el('p', {class: 'wrong'}, refusal.message));
  }
  if (mine !== shown) return;
  if (state.readOnly) box.prepend(el('p', {class: 'note'}, state.readOnly));
  main.replaceChildren(box);
  document.title = `${box.querySelector('h1')?.textContent ?? 'sayso'} – ${state.choices?.service || 'sayso'}`;
  const wanted = query.get('path');
  if (wanted && focusField(query.get('file'), JSON.parse(wanted))) return;
  if (focus) {
    scrollTo(0, 0);
    main.focus({preventScroll: true});
  }
}

async function restart() {
  await loadState();
  location.hash = state.preview ? '#documents' : '#who';
  await show();
}

/** Shows what the files say now, and leaves the keyboard and the page where they are. */
async function refresh() {
  const begun = [...document.querySelectorAll('[data-new]')].some((one) => one.value !== one.dataset.new);
  if (hasUnsaved() || begun) return;
  const id = document.activeElement?.id, top = scrollY, open = [...document.querySelectorAll('details[open]')].map((one) => one.id);
  await show({focus: false});
  for (const one of open) if (one) document.getElementById(one)?.setAttribute('open', '');
  scrollTo(0, top);
  if (id) document.getElementById(id)?.focus({preventScroll: true});
}

function step(path, words) {
  return async () => {
    try {
      edited(await post(path));
      say(words);
      await loadState();
      await refresh();
    } catch (refusal) {
      say(refusal.message);
    }
  };
}
const undo = step('/api/undo', 'Taken back'), redo = step('/api/redo', 'Made again');

addEventListener('keydown', (event) => {
  const typing = event.target.matches?.('input:not([type=checkbox]), textarea');
  if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
  event.preventDefault();
  (event.shiftKey ? redo : undo)();
});

const stateAfterPages = debounce(500, () => loadState({seen: true}).catch((refusal) => say(refusal.message)));

/** Waits for changes that come from elsewhere: an editor, another window. */
async function watch() {
  for (;;) {
    try {
      const {revision, closed} = await get('/api/watch', {seen: state.revision});
      if (closed) return say('The workbench has ended.');
      await quiet();
      if (revision > state.revision) {
        state.revision = revision;
        if (here().name === 'documents') {
          changed();
          stateAfterPages();
        } else {
          await loadState({seen: true});
          await refresh();
        }
      } else {
        await new Promise((next) => setTimeout(next, 200));
      }
    } catch (refusal) {
      say(refusal.message);
      await new Promise((next) => setTimeout(next, 3000));
    }
  }
}

document.getElementById('undo').addEventListener('click', undo);
document.getElementById('redo').addEventListener('click', redo);
addEventListener('hashchange', () => show());
await loadState();
await show();
watch();
