// The page to sign in on, where the workbench is kept for several people; signing out stands there, too.

import {get, post} from './api.js';

const at = (id) => document.getElementById(id);

at('in').addEventListener('submit', async (event) => {
  event.preventDefault();
  at('wrong').textContent = '';
  try {
    await post('/login', {name: at('name').value.trim(), password: at('password').value});
    location.replace('/');
  } catch (refusal) {
    at('wrong').textContent = refusal.message;
    at('password').select();
  }
});

at('out').addEventListener('click', async () => {
  await post('/logout').catch(() => {});
  location.reload();
});

get('/api/state').then(() => {
  at('in').hidden = true;
  at('inside').hidden = false;
}, () => at('name').focus());
