// The workbench in a real browser: from nothing to a pack, by mouse and once more by keyboard alone, and every
// view held against axe-core at 1280 and 320 pixels and at 400 %, light, dark and in forced colours.
//
// usage: NODE_PATH=… node workbench.js PROGRAM [PICTURES]; see .ci/browser
'use strict';
const {execFileSync, spawn} = require('child_process');
const fs = require('fs'), os = require('os'), path = require('path');
const {chromium} = require('playwright-core');

const [program, pictures] = process.argv.slice(2);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const faults = [];
let lastPage = null;
const running = [];
const check = (holds, what) => { if (!holds) { faults.push(what); console.log('FAULT:', what); } };

/** Starts the program with a home of its own; gives its address, and a way to end it. */
function start(home, more = []) {
  const child = spawn(program, ['open', '--no-browser', ...more], {env: {...process.env, HOME: home}, cwd: home});
  running.push(child);
  return new Promise((opened, failed) => {
    let text = '';
    child.stdout.on('data', (bytes) => {
      text += bytes;
      if (text.includes('\n')) opened({address: text.split('\n')[0], child, ended: new Promise((done) => child.on('exit', done))});
    });
    child.stderr.on('data', () => {});
    child.on('exit', (code) => failed(new Error(`ended with ${code}`)));
  });
}

/** What a person does with a mouse. */
const byMouse = {
  press: (page, target) => target.click(),
  type: async (page, target, text) => { await target.click(); await page.keyboard.press('Control+A'); await page.keyboard.type(text); },
  choose: (page, target, value) => target.selectOption(value),
  tick: (page, target) => target.click(),
  day: (page, target, day) => target.fill(day),
};
/** The same with Tab, Enter and letters alone. */
const reach = async (page, target) => {
  for (let step = 0; step < 400; ++step) {
    if (await target.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not reach it');
};
const byKeyboard = {
  press: async (page, target) => {
    await reach(page, target);
    await page.keyboard.press('Enter');
  },
  type: async (page, target, text) => { await reach(page, target); await page.keyboard.press('Control+A'); await page.keyboard.type(text); },
  day: async (page, target, day) => {
    await reach(page, target);
    const [year, month, number] = day.split('-');
    await page.keyboard.type(month + number + year);  // as this browser asks for it
  },
  tick: async (page, target) => {
    await reach(page, target);
    await page.keyboard.press('Space');
  },
  choose: async (page, target, value) => {
    await reach(page, target);
    const [words, values] = await target.evaluate((one) => [[...one.options].map((o) => o.text), [...one.options].map((o) => o.value)]);
    await page.keyboard.type(words[values.indexOf(value)]);
    await page.keyboard.press('Enter');
  },
};

async function saved(page) {
  await page.waitForFunction(() => document.getElementById('status').textContent === 'Saved', null, {timeout: 10000});
  await page.evaluate(() => { document.getElementById('status').textContent = ''; });
}
const view = async (page, hand, name) => {
  await hand.press(page, page.locator('nav').getByRole('link', {name, exact: true}));
  await page.locator('h1', {hasText: name}).waitFor();
};

/** What is hard to read is said while it is typed, and the shipped words come back. */
async function hints(page, hand) {
  const field = page.getByLabel('The first two sentences').first(), was = await field.inputValue();
  await hand.type(page, field, 'The MDT will signpost service users.');
  const box = page.locator('.field', {has: page.locator(`#${await field.getAttribute('id')}`)});
  for (const words of ['“MDT” is not spelled out', 'Not everybody knows “signpost”', 'Not everybody knows “service user”']) await box.getByText(words).waitFor();
  await saved(page);
  await hand.press(page, box.locator('summary', {hasText: 'The words that came with it'}));
  await hand.press(page, box.getByRole('button', {name: 'Use these again'}));
  await saved(page);
  check(await field.inputValue() === was, 'the words that came with it did not come back');
  check(await box.locator('.hints li').count() === 0, 'the words that came with it are hinted at');
}

/** A photo with consent, taken back, and given again. */
async function photo(page, hand, project, what) {
  await hand.press(page, page.locator('summary', {hasText: 'Add a photo'}));
  const form = page.locator('#add-photos');
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path fill="#0b4f5c" d="M0 0h40v30z"/></svg>';
  await form.getByLabel('Choose the photo, or drop it here').setInputFiles({name: 'IMG 2041.SVG', mimeType: 'image/svg+xml', buffer: Buffer.from(drawing)});
  await form.locator('img').waitFor();
  await hand.press(page, form.getByRole('button', {name: 'Add', exact: true}));
  await form.getByText('“What it shows” is needed.').waitFor();
  await hand.type(page, form.getByLabel('What it shows'), 'Two people at a kitchen table, laughing.');
  await hand.type(page, form.getByLabel('What stands beneath it'), 'Tea, and a joke.');
  await hand.type(page, form.getByLabel('Who agreed'), 'both of them');
  await hand.choose(page, form.getByLabel('How it was given'), 'signed');
  await hand.day(page, form.getByLabel('The day on which they agreed'), '2026-06-14');
  await hand.day(page, form.getByLabel('The last day it may be used'), '2099-06-30');
  await hand.tick(page, form.getByLabel('Every reader'));
  await hand.tick(page, form.getByLabel('Family'));
  await hand.tick(page, form.getByLabel('Commissioners'));
  await hand.type(page, form.getByLabel('Where the consent is kept'), 'Consent file, sheet 2');
  await hand.press(page, form.getByRole('button', {name: 'Add', exact: true}));
  const item = page.locator('[id^=photos-two-people]');
  await item.getByText('Consent until 30 June 2099.').waitFor();
  const file = () => fs.readFileSync(path.join(project, 'evidence/evidence.yaml'), 'utf8');
  for (const words of ['file: pictures/img-2041.svg', '2026-06-14', 'until: "2099-06-30"', 'audiences: [family, commissioners]', 'uses: [all]'])
    check(file().includes(words), `${what}: evidence.yaml lacks ${words}\n${file()}`);
  check(fs.readFileSync(path.join(project, 'pictures/img-2041.svg'), 'utf8') === drawing, `${what}: the photo is not in the project`);
  await hand.press(page, item.locator('summary'));
  await item.locator('img').waitFor();
  await hand.press(page, item.getByRole('button', {name: 'The consent was taken back today'}));
  await item.getByText('Not printed: the consent was withdrawn').waitFor();
  await hand.press(page, page.getByRole('button', {name: 'Undo'}));
  await item.getByText('Consent until 30 June 2099.').waitFor();
}

/** From nothing to a pack. */
async function journey(browser, hand, what) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'sayso-browser-'));
  const {address, child, ended} = await start(home);
  const page = await browser.newPage({viewport: {width: 1280, height: 900}});
  page.on('pageerror', (fault) => check(false, `${what}: ${fault.message}`));
  page.on('request', (asked) => check(/^(http:\/\/127\.0\.0\.1:|blob:|data:)/.test(asked.url()), `${what}: asked for ${asked.url()}`));
  page.setDefaultTimeout(15000);
  lastPage = page;
  await page.goto(address);
  check(!page.url().includes('token'), `${what}: the token is still in the address`);
  await hand.type(page, page.getByLabel('What is your service called?'), 'Elm Court');
  await hand.press(page, page.getByRole('button', {name: 'Start', exact: true}));
  await page.locator('h1', {hasText: 'Who we are'}).waitFor();

  const contact = page.getByRole('group', {name: 'Whom to ask', exact: true});
  await hand.type(page, contact.getByLabel('Name'), 'Sam Okafor');
  await saved(page);
  await hand.type(page, contact.getByLabel('Telephone'), '01632 960 123');
  await saved(page);
  const sheet = 'id,name,place\nmill-lane,Mill Lane,Northbridge\nbeech-court,Beech Court,Southwick\norchard,"The Orchard, home",Eastport\n';
  await page.getByLabel('Spreadsheet of places').setInputFiles({name: 'places.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet)});
  await page.getByText('3 places in all now.').waitFor();

  await view(page, hand, 'Looks');
  await page.getByLabel('Choose your logo, or drop it here').setInputFiles({name: 'Our Logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>')});
  await page.waitForFunction(() => document.getElementById('status').textContent === 'The logo is in its place');

  await view(page, hand, 'Our words');
  await hand.type(page, page.getByLabel('Title', {exact: true}), 'You are not the only one who understands.');
  await saved(page);
  await hints(page, hand);

  await view(page, hand, 'Evidence');
  await hand.press(page, page.locator('summary', {hasText: 'Measure something more'}));
  const measure = page.locator('#add-indicators');
  await hand.type(page, measure.getByLabel('What is measured'), 'Incidents of distress');
  await hand.choose(page, measure.getByLabel('What the numbers are'), 'events');
  await hand.choose(page, measure.getByLabel('Which way is good news'), 'lower');
  await hand.choose(page, measure.getByLabel('How often'), 'quarter');
  await hand.type(page, measure.getByLabel('How it is measured'), 'Each is written down on the day.');
  await hand.type(page, measure.getByLabel('From which record'), 'Incident log');
  await hand.type(page, measure.getByLabel('Who counts it'), 'the home leaders');
  await hand.choose(page, measure.getByLabel('How far it can be leaned on'), 'fair');
  await hand.press(page, measure.getByRole('button', {name: 'Add', exact: true}));
  await page.locator('#indicators-incidents-of-distress').waitFor();
  for (const [title, text] of [['Indicator', 'incidents-of-distress'], ['Place', 'mill-lane'], ['Period', '2026 Q1'], ['Value', '12']]) {
    await hand.type(page, page.getByLabel(`${title}, row 1`), text);
    await page.keyboard.press('Tab');
  }
  await saved(page);
  await hand.press(page, page.locator('summary', {hasText: 'Add what somebody said'}));
  const voice = page.locator('#add-voices');
  await hand.type(page, voice.getByLabel('Their words'), 'He looks for me when I come in.');
  await hand.type(page, voice.getByLabel('Who said it, as it is printed'), 'A sister');
  await hand.type(page, voice.getByLabel('Who agreed'), 'his sister');
  await hand.choose(page, voice.getByLabel('How it was given'), 'written');
  await hand.day(page, voice.getByLabel('The day'), '2026-06-14');
  await hand.type(page, voice.getByLabel('Where the consent is kept'), 'Consent file, sheet 1');
  await hand.press(page, voice.getByRole('button', {name: 'Add', exact: true}));
  await page.locator('#voices-a-sister').waitFor();
  await photo(page, hand, path.join(home, 'sayso/elm-court'), what);

  await view(page, hand, 'Documents');
  await page.locator('.page img').first().waitFor();
  await view(page, hand, 'Pack');
  // What goes in: the family's leaflet in large print, too, at one place alone.
  const leaflet = page.locator('#group-1');
  await leaflet.getByText('For: Family · 6 documents for 3 places').waitFor();
  await hand.press(page, leaflet.locator('summary'));
  await hand.tick(page, leaflet.getByLabel('Large print'));
  await leaflet.getByText('3 documents for 3 places').waitFor();
  await hand.tick(page, leaflet.getByLabel('Large print'));
  await leaflet.getByText('6 documents for 3 places').waitFor();
  await hand.tick(page, leaflet.getByLabel('Every place'));
  await leaflet.getByText('Nothing is chosen, so nothing has changed').waitFor();
  await hand.tick(page, leaflet.getByLabel('Mill Lane'));
  await leaflet.getByText('2 documents for 1 place').waitFor();
  await hand.choose(page, page.getByLabel('One more kind of document'), 'speaker-notes');
  await hand.press(page, page.getByRole('button', {name: 'Add these documents'}));
  await page.locator('#group-9').waitFor();
  await hand.press(page, page.locator('#group-9').getByRole('button', {name: 'Take these out of the pack'}));
  await page.locator('#group-9').waitFor({state: 'detached'});
  const packFile = fs.readFileSync(path.join(home, 'sayso/elm-court/pack.yaml'), 'utf8');
  check(packFile.includes('sites: [mill-lane]') && packFile.includes('  # The person first.') && !packFile.includes('speaker-notes'), `${what}: pack.yaml says\n${packFile}`);
  await hand.press(page, page.getByRole('button', {name: 'Make the pack'}));
  await page.getByText(/^Done:/).waitFor({timeout: 180000});
  const [download] = await Promise.all([page.waitForEvent('download'), hand.press(page, page.getByRole('link', {name: 'Download it as one file'}))]);
  check(fs.statSync(await download.path()).size > 100000, `${what}: the pack's archive is small`);
  const file = fs.readFileSync(path.join(home, 'sayso/elm-court/sayso.yaml'), 'utf8');
  for (const words of ['name: Elm Court', 'name: Sam Okafor', '01632 960 123', 'sites-file: sites.csv', 'logo: logo.svg'])
    check(file.includes(words), `${what}: sayso.yaml lacks ${words}\n${file}`);
  await page.close();
  child.kill('SIGTERM');
  check(await ended === 0, `${what}: did not end in peace`);
  fs.rmSync(home, {recursive: true, force: true});
  console.log('done:', what);
}

/** Every view, at two widths and at 400 %, in light, dark and forced colours. */
async function looks(browser) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'sayso-browser-'));
  const {address, child} = await start(home);
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('pageerror', (fault) => check(false, `looks: ${fault.message}`));
  const cdp = await context.newCDPSession(page);
  let judged = 0;
  const audit = async (name) => {
    ++judged;
    for (const [width, height, deviceScaleFactor] of [[1280, 900, 1], [320, 900, 1], [320, 256, 4]]) {
      for (const mode of [{colorScheme: 'light'}, {colorScheme: 'dark'}, {colorScheme: 'dark', forcedColors: 'active'}]) {
        await cdp.send('Emulation.clearDeviceMetricsOverride');
        await page.setViewportSize({width, height});
        if (deviceScaleFactor > 1) await cdp.send('Emulation.setDeviceMetricsOverride', {width, height, deviceScaleFactor, mobile: false});
        await page.emulateMedia({forcedColors: 'none', ...mode});
        const found = await page.evaluate(async () => {
          const {violations} = await globalThis.axe.run({resultTypes: ['violations']});
          return [violations.map((one) => `${one.id} ${one.nodes[0].html.slice(0, 140)}`), document.documentElement.scrollWidth > document.documentElement.clientWidth + 1];
        });
        check(await page.evaluate(() => `${innerWidth} at ${devicePixelRatio}`) === `${width} at ${deviceScaleFactor}`, `${name}: the window has not ${width} px`);
        const where = `${name}, ${width} px at ${deviceScaleFactor}, ${JSON.stringify(mode)}`;
        check(found[0].length === 0, `${where}: ${found[0].join('; ')}`);
        check(!found[1], `${where}: wider than the window`);
        if (pictures && deviceScaleFactor === 1) await page.screenshot({path: path.join(pictures, `${name}-${width}-${mode.forcedColors ? 'forced' : mode.colorScheme}.png`)});
      }
    }
    await cdp.send('Emulation.clearDeviceMetricsOverride');
    await page.setViewportSize({width: 1280, height: 900});
    await page.emulateMedia({colorScheme: 'light', forcedColors: 'none'});
  };
  const opened = async (selectors) => { for (const one of selectors) await page.locator(one).first().evaluate((details) => { details.open = true; }); };
  await page.addInitScript(axe);
  await page.goto(address);
  await page.locator('h1', {hasText: 'Good to see you'}).waitFor();
  await audit('start');
  await page.getByRole('button', {name: 'Open the example'}).click();
  for (const [key, title] of [['who', 'Who we are'], ['words', 'Our words'], ['looks', 'Looks'], ['evidence', 'Evidence'], ['documents', 'Documents'], ['pack', 'Pack'], ['check', 'Check']]) {
    await page.goto(address.split('/open')[0] + '/#' + key);
    await page.locator('h1', {hasText: title}).waitFor();
    if (['words', 'looks', 'documents'].includes(key)) await page.locator('.page img').first().waitFor({timeout: 30000});
    if (key === 'check') await page.locator('.note').waitFor({timeout: 120000});
    if (key === 'who') await page.locator('summary').first().click();
    await audit(key);
    if (key === 'words') {
      await page.getByLabel('The first two sentences').first().fill('The MDT will signpost service users.');
      await page.locator('.hints li').first().waitFor();
      await opened(['.came']);
      await audit('words-typed');
    }
    if (key === 'evidence') {
      await opened(['#voices-sister', '#photos-garden-bench', '#add-photos', '#without']);
      await page.locator('#photos-garden-bench img').waitFor();
      await page.locator('#add-photos').getByRole('button', {name: 'Add', exact: true}).click();
      await audit('evidence-open');
    }
    if (key === 'pack') {
      await opened(['#group-1', '#pack-readers']);
      await page.locator('#group-1').getByLabel('Every place').click();
      await audit('pack-open');
    }
  }
  await page.goto(address.split('/open')[0] + '/#text?file=sayso.yaml');
  await page.locator('textarea').waitFor();
  await audit('text');
  await context.close();
  child.kill('SIGTERM');
  fs.rmSync(home, {recursive: true, force: true});
  console.log(`done: looks, ${judged} states of the views, each in 3 windows and 3 modes`);
}

/** Saves of somebody's editor: shown, where one is looking; and never overwritten. */
async function preview(browser) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'sayso-browser-')), project = path.join(home, 'willow');
  execFileSync(program, ['init', project]);
  const {address, child} = await start(home, [project, '--preview']);
  const page = await browser.newPage({viewport: {width: 1000, height: 700}});
  lastPage = page;
  await page.goto(address);
  await page.locator('.page img').first().waitFor();
  const file = path.join(project, 'sayso.yaml'), text = fs.readFileSync(file, 'utf8');
  await page.evaluate(() => scrollTo(0, 900));
  const times = [];
  for (let round = 0; round < 20; ++round) {
    await page.evaluate(() => { globalThis.seen = document.querySelector('.page img').src; });
    const began = performance.now();
    fs.writeFileSync(file, text.replace('name: Willow House', `name: Willow House ${round}`));
    await page.waitForFunction(() => { const image = document.querySelector('.page img'); return image.src !== globalThis.seen && image.complete; }, null, {polling: 5});
    times.push(performance.now() - began);
    check(await page.evaluate(() => scrollY) === 900, 'preview: the page moved');
  }
  times.sort((a, b) => a - b);
  console.log(`from save to sight: median ${times[10].toFixed(0)} ms, 95th percentile ${times[18].toFixed(0)} ms`);

  await page.goto(address.split('/open')[0] + '/#who');
  const name = page.getByLabel('Name of the service');
  await name.waitFor();
  await page.waitForTimeout(500);
  await page.route('**/api/edit', async (route) => {  // a save on its way while somebody else writes
    fs.writeFileSync(file, text.replace('name: Willow House', 'name: Hazel House'));
    await route.continue();
  }, {times: 1});
  await name.click();
  await page.keyboard.type('x');
  await page.getByText('Nothing is overwritten').waitFor();
  check(fs.readFileSync(file, 'utf8').includes('name: Hazel House'), 'conflict: overwritten');
  await page.getByRole('button', {name: 'Keep mine'}).click();
  await saved(page);
  check(/name: .*x/.test(fs.readFileSync(file, 'utf8')), 'conflict: mine was not kept');
  await page.close();
  child.kill('SIGTERM');
  fs.rmSync(home, {recursive: true, force: true});
  console.log('done: preview');
}

(async () => {
  const browser = await chromium.launch({executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']});
  const wanted = process.env.ONLY || 'mouse,keyboard,preview,looks';
  if (wanted.includes('mouse')) await journey(browser, byMouse, 'by mouse');
  if (wanted.includes('keyboard')) await journey(browser, byKeyboard, 'by keyboard');
  if (wanted.includes('preview')) await preview(browser);
  if (wanted.includes('looks')) await looks(browser);
  await browser.close();
  console.log(faults.length ? `${faults.length} faults` : 'no faults');
  process.exit(faults.length ? 1 : 0);
})().catch(async (fault) => {
  for (const child of running) child.kill('SIGTERM');
  console.log(fault.message);
  if (pictures && lastPage) await lastPage.screenshot({path: path.join(pictures, 'fault.png'), fullPage: true}).catch(() => {});
  process.exit(1);
});
