// kill -9 at random moments while values are being changed: every change that was acknowledged is there, and the
// file is whole.
//
// usage: node kill.js PROGRAM [TIMES]
'use strict';
const {spawn} = require('child_process');
const fs = require('fs'), http = require('http'), os = require('os'), path = require('path');

const [program, times = '100'] = process.argv.slice(2);
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'sayso-kill-')), project = path.join(home, 'elm'), file = path.join(project, 'sayso.yaml');
fs.mkdirSync(project);
fs.writeFileSync(file, '# ours\nservice:\n  name: "0"  # changes\n  about: stays\n');

function start() {
  const child = spawn(program, ['open', project, '--no-browser'], {env: {...process.env, HOME: home}});
  return new Promise((opened) => {
    let text = '';
    child.stdout.on('data', (bytes) => { text += bytes; if (text.includes('\n')) opened({child, address: new URL(text.split('\n')[0])}); });
  });
}

function ask(address, method, target, cookie, body) {
  return new Promise((done, failed) => {
    const asked = http.request({host: address.hostname, port: address.port, method, path: target, headers: {Cookie: cookie, 'Content-Type': 'application/json'}}, (answer) => {
      let text = '';
      answer.on('data', (bytes) => { text += bytes; });
      answer.on('end', () => done({status: answer.statusCode, headers: answer.headers, text}));
    });
    asked.on('error', failed);
    asked.end(body);
  });
}

(async () => {
  let number = 0, faults = 0;
  for (let round = 0; round < Number(times); ++round) {
    const {child, address} = await start();
    const entered = await ask(address, 'GET', address.pathname + address.search, '');
    const cookie = entered.headers['set-cookie'][0].split(';')[0];
    let killed = false;
    setTimeout(() => { killed = true; child.kill('SIGKILL'); }, 20 + Math.random() * 150);
    try {
      while (!killed) {
        const answer = await ask(address, 'POST', '/api/edit', cookie, JSON.stringify({file: 'sayso.yaml', path: ['service', 'name'], was: String(number), value: String(number + 1)}));
        if (answer.status !== 200) throw new Error(answer.text);
        ++number;
      }
    } catch (fault) { if (!killed && !['ECONNRESET', 'ECONNREFUSED'].includes(fault.code)) { ++faults; console.log(fault.message); } }
    await new Promise((ended) => (child.exitCode !== null || child.signalCode ? ended() : child.on('exit', ended)));
    const text = fs.readFileSync(file, 'utf8'), stands = Number(/name: "(\d+)"/.exec(text)?.[1]);
    const whole = text === `# ours\nservice:\n  name: "${stands}"  # changes\n  about: stays\n`;
    // One more than was acknowledged may be there: the answer was on its way.
    if (!whole || (stands !== number && stands !== number + 1)) { ++faults; console.log(`round ${round}: acknowledged ${number}, there stands\n${text}`); }
    number = stands;
  }
  fs.rmSync(home, {recursive: true, force: true});
  console.log(`${times} times killed, ${number} changes, ${faults} faults`);
  process.exit(faults ? 1 : 0);
})();
