// The workbench behind a login in a real browser, which here calls from where the proxy would: signing in, a change, a link
// from elsewhere, signing out; and the page to sign in on held against axe-core.
//
// usage: NODE_PATH=… node login.js PROGRAM; see .ci/browser
'use strict';
const {execFileSync, spawn} = require('child_process');
const fs = require('fs'), net = require('net'), os = require('os'), path = require('path');
const {chromium} = require('playwright-core');

const [program] = process.argv.slice(2);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'sayso-login-')), project = path.join(home, 'willow'), passwords = path.join(home, 'passwords');
const faults = [];
const check = (holds, what) => { if (!holds) { faults.push(what); console.log('FAULT:', what); } };

/** One that is free now, and most likely in a moment. */
const freePort = () => new Promise((found) => {
  const server = net.createServer().listen(0, '127.0.0.1', () => { const {port} = server.address(); server.close(() => found(port)); });
});

async function audit(page) {
  for (const width of [1280, 320]) {
    for (const mode of [{colorScheme: 'light'}, {colorScheme: 'dark'}, {colorScheme: 'dark', forcedColors: 'active'}]) {
      await page.setViewportSize({width, height: 900});
      await page.emulateMedia({forcedColors: 'none', ...mode});
      const [found, wide] = await page.evaluate(async () => [
        (await globalThis.axe.run({resultTypes: ['violations']})).violations.map((one) => `${one.id} ${one.nodes[0].html.slice(0, 140)}`),
        document.documentElement.scrollWidth > document.documentElement.clientWidth + 1]);
      check(found.length === 0 && !wide, `${width} px, ${JSON.stringify(mode)}: ${found.join('; ') || 'wider than the window'}`);
    }
  }
}

(async () => {
  execFileSync(program, ['init', project]);
  // "apple tree"
  fs.writeFileSync(passwords, 'sam:$y$j75$abcdefghijkl$olMiuqx0oaYTcTkpvORa6DtdWbNNNq.6kdda5HQEUxD\n', {mode: 0o600});
  const port = await freePort(), origin = `http://localhost:${port}`;
  const child = spawn(program, ['open', project, '--port', port, '--proxy', '127.0.0.1', '--public', origin, '--passwords', passwords], {env: {...process.env, HOME: home}});
  await new Promise((opened) => child.stdout.once('data', opened));
  const browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--host-resolver-rules=MAP localhost 127.0.0.1']});
  const page = await browser.newPage();
  page.setDefaultTimeout(15000);
  page.on('pageerror', (fault) => check(false, fault.message));
  await page.addInitScript(axe);
  await page.goto(origin);
  check(page.url() === `${origin}/login`, `whoever is not signed in stands at ${page.url()}`);
  await audit(page);
  const enter = async (password) => {
    await page.getByLabel('Name').fill('sam');
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
  };
  await enter('guess');
  await page.getByText('do not belong together').waitFor();
  await audit(page);
  await enter('apple tree');
  await page.locator('h1', {hasText: 'Who we are'}).waitFor();
  await page.setViewportSize({width: 1280, height: 900});
  await page.getByLabel('Name', {exact: true}).first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Two');
  await page.waitForFunction(() => document.getElementById('status').textContent === 'Saved');
  check(/name: .* Two/.test(fs.readFileSync(path.join(project, 'sayso.yaml'), 'utf8')), 'what was typed is not in sayso.yaml');
  await page.goto(`data:text/html,<a href="${origin}/">the workbench</a>`);
  await page.click('a');
  await page.locator('h1', {hasText: 'You are signed in'}).waitFor();
  await audit(page);
  await page.getByRole('button', {name: 'Sign out'}).click();
  await page.locator('h1', {hasText: 'Sign in'}).waitFor();
  await page.goto(origin);
  check(page.url() === `${origin}/login`, 'signing out leaves the window in');
  await browser.close();
  child.kill('SIGTERM');
  fs.rmSync(home, {recursive: true, force: true});
  console.log(faults.length ? `${faults.length} faults` : 'no faults behind the login');
  process.exit(faults.length ? 1 : 0);
})().catch((fault) => { console.error(fault); process.exit(1); });
