// Calls to the workbench on this machine. A refusal is an error with a sentence for people.

export class Refusal extends Error {
  constructor(status, body) {
    super(body.sentence || 'The workbench does not answer. Is it still running?');
    this.status = status;
    this.body = body;
  }
}

async function call(method, path, body, type) {
  let response;
  try {
    response = await fetch(path, {method, body, headers: type ? {'Content-Type': type} : {}});
  } catch {
    throw new Refusal(0, {sentence: 'The workbench has ended. Start sayso again; what you typed here is kept.'});
  }
  const said = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(response.status, said);
  return said;
}

export function get(path, query = {}) {
  const words = new URLSearchParams(Object.entries(query).filter(([, value]) => value)).toString();
  return call('GET', words ? `${path}?${words}` : path);
}
// Changes of this window's own that are not answered yet.
let writing = Promise.resolve();
function write(asked) {
  writing = Promise.allSettled([writing, asked]);
  return asked;
}
/** When all that this window has changed is answered. */
export const quiet = () => writing.then(() => new Promise((next) => setTimeout(next)));

export const post = (path, json = {}) => write(call('POST', path, JSON.stringify(json), 'application/json'));
export const upload = (path, file) =>
  write(call('POST', `${path}?name=${encodeURIComponent(file.name)}`, file, 'application/octet-stream'));

export const documentAddress = (look, format) =>
  '/api/document?' + new URLSearchParams(Object.entries({...look, format}).filter(([, value]) => value));
