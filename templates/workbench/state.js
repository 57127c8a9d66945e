// What all views share: the project's choices, and the number that grows with every change.

import {get} from './api.js';

export const state = {revision: 0, choices: null};
const listeners = new Set();

/** `seen`: the revision in sight stays as it is, since what has changed after it is still to be shown. */
export async function loadState({seen = false} = {}) {
  const now = await get('/api/state');
  Object.assign(state, {choices: null, folder: '', readOnly: ''}, now, seen ? {revision: state.revision} : {});
  document.body.dataset.folder = state.folder;
  showTools();
  return state;
}

export function showTools() {
  for (const id of ['undo', 'redo']) document.getElementById(id).hidden = !state.choices;
  document.getElementById('undo').disabled = !state.undo;
  document.getElementById('redo').disabled = !state.redo;
  document.getElementById('service').textContent = state.choices?.service || 'sayso';
}

/** After a change of this window's own. */
export function edited(answer) {
  state.revision = answer.revision;
  state.undo = answer.undo;
  state.redo = answer.redo;
  showTools();
  for (const listener of listeners) listener();
}

/** Calls `then` after each change, until the view is left. */
export function onChange(then) {
  listeners.add(then);
  return () => listeners.delete(then);
}
export const forgetListeners = () => listeners.clear();
export const changed = () => { for (const listener of listeners) listener(); };
