// How fast the workbench is: a service of 200 sites with evidence, opened, and a sentence typed into it letter by letter.
// Prints how long each takes and the processor time it took; what it is to be at most stands beside it.
//
// usage: NODE_PATH=… node speed.js PROGRAM PROJECT [LETTERS]; PROJECT is copied
'use strict';
const {spawn} = require('child_process');
const fs = require('fs'), os = require('os'), path = require('path');
const {chromium} = require('playwright-core');

const [program, given, letters = '60'] = process.argv.slice(2);
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'sayso-speed-')), project = path.join(home, 'service');
fs.cpSync(given, project, {recursive: true});

const ms = (from) => Number(process.hrtime.bigint() - from) / 1e6;
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(0);
const told = (what, times, aim) => {
  const sorted = [...times].sort((a, b) => a - b);
  console.log(`${what}: median ${at(sorted, 0.5)} ms, 95th percentile ${at(sorted, 0.95)} ms, slowest ${at(sorted, 1)} ms (aim ${aim})`);
};
/** Processor time of the program so far, in ms. */
const used = (child) => {
  const fields = fs.readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
};
const memory = (child) => Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024;

(async () => {
  const browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox']});
  const began = process.hrtime.bigint();
  const child = spawn(program, ['open', project, '--no-browser'], {env: {...process.env, HOME: home}});
  const address = await new Promise((opened) => {
    let text = '';
    child.stdout.on('data', (bytes) => { text += bytes; if (text.includes('\n')) opened(text.split('\n')[0]); });
  });
  console.log(`the server answers after ${ms(began).toFixed(0)} ms`);
  const context = await browser.newContext({viewport: {width: 1280, height: 900}});
  const page = await context.newPage();
  const clock = process.hrtime.bigint();
  const asked = context.request;
  await asked.get(address);
  const first = await asked.get(`${new URL(address).origin}/api/pages?audience=commissioners&kind=briefing`);
  console.log(`first pages: ${ms(clock).toFixed(0)} ms (aim 500), ${((await first.body()).length / 1024).toFixed(0)} kB, ${used(child)} ms of processor since the start`);

  await page.goto(new URL(address).origin + '/#words?audience=commissioners', {waitUntil: 'load'});
  await page.locator('.page img').first().waitFor();
  const field = page.locator('.field textarea').first();
  await field.click();
  await page.keyboard.press('Control+End');
  // From the key's going down to the frame after the exchanged picture's being decoded.
  await page.evaluate(() => {
    window.seen = [];
    let pressed = 0;
    addEventListener('keydown', () => { pressed = performance.now(); }, true);
    new MutationObserver((all) => {
      const images = all.map((one) => one.target).filter((one) => one.tagName === 'IMG');
      if (!images.length || !pressed) return;
      const from = pressed;
      pressed = 0;
      Promise.all(images.map((image) => image.decode().catch(() => {}))).then(() => requestAnimationFrame(() => window.seen.push(performance.now() - from)));
    }).observe(document.body, {subtree: true, attributes: true, attributeFilter: ['src']});
  });
  const before = used(child);
  for (let i = 0; i < Number(letters); ++i) {
    await page.keyboard.type('abcdefgh '[i % 9]);
    await page.waitForFunction((n) => window.seen.length > n, i, {timeout: 20000});
    await page.waitForTimeout(80);
  }
  told('keystroke to sight', await page.evaluate(() => window.seen), 150);
  console.log(`processor time of the engine for each: ${((used(child) - before) / Number(letters)).toFixed(0)} ms (aim 50)`);

  // The same by its own door, without a browser's drawing.
  const origin = new URL(address).origin, engine = [];
  let was = 'North', many = 1000;
  const form = await (await asked.get(`${origin}/api/form?name=project`)).json();
  was = form.value.service.name;
  const edit = async (value) => {
    const answer = await asked.post(`${origin}/api/edit`, {data: {file: 'sayso.yaml', path: ['service', 'name'], was, value}});
    if (answer.status() !== 200) throw new Error(await answer.text());
    was = value;
  };
  for (let i = 0; i < many; ++i) {
    const start = process.hrtime.bigint();
    await edit(`A name ${i}`);
    if (i % 10 === 0) {
      await asked.get(`${origin}/api/pages?audience=commissioners&kind=briefing`);
      engine.push(ms(start));
    }
  }
  told('edit and new pages, asked for over HTTP', engine, 50);
  console.log(`memory after ${many} edits: ${memory(child).toFixed(0)} MB (aim under 200)`);
  await browser.close();
  child.kill();
  fs.rmSync(home, {recursive: true, force: true});
})().catch((fault) => { console.error(fault); process.exit(1); });
