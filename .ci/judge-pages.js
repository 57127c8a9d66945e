// Each page in Chromium before axe-core: 320 and 1000 points wide and at 400 %, light, dark and in forced colours; and that
// nothing runs over the edge. Four pages at a time.
//
//   node judge-pages.js PAGE...
const { chromium } = require('playwright-core');
const fs = require('fs');
const path = require('path');

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const modes = [
    ['light', { colorScheme: 'light', forcedColors: 'none' }],
    ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
    ['forced colours', { colorScheme: 'dark', forcedColors: 'active' }],
];
// A window of 1280 by 1024 points in which everything is four times as large has room for 320 by 256 of the page's.
const windows = [
    ['1000 wide', { width: 1000, height: 900, deviceScaleFactor: 1 }],
    ['320 wide', { width: 320, height: 900, deviceScaleFactor: 1 }],
    ['at 400 %', { width: 320, height: 256, deviceScaleFactor: 4 }],
];
let faults = 0, judged = 0;

// Every rule in light; of the other modes, the rules that colours matter to.
async function audit(page, size, rules) {
    return page.evaluate(async ([rules, width, scale]) => {
        if (innerWidth !== width || devicePixelRatio !== scale) return [`the window is ${innerWidth} wide at ${devicePixelRatio}`];
        const wanted = rules ? { runOnly: { type: 'rule', values: rules } } : {};
        const { violations } = await globalThis.axe.run({ resultTypes: ['violations'], ...wanted });
        const root = document.documentElement;
        return [...violations.map(one => `${one.id}: ${one.nodes[0].html.slice(0, 120)}`),
            ...(root.scrollWidth > root.clientWidth + 1 ? ['runs over the edge'] : [])];
    }, [rules, size.width, size.deviceScaleFactor]);
}

async function judge(page, cdp, file) {
    await page.goto('file://' + fs.realpathSync(file));
    await page.evaluate(axe);
    for (const [where, size] of windows) {
        await cdp.send('Emulation.setDeviceMetricsOverride', { ...size, mobile: false });
        for (const [name, mode] of modes) {
            await page.emulateMedia(mode);
            for (const word of await audit(page, size, name === 'light' ? null : ['color-contrast', 'link-in-text-block'])) {
                ++faults;
                console.log(`${path.relative('.', file)} (${where}, ${name}): ${word}`);
            }
        }
    }
    ++judged;
}

(async () => {
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
    const waiting = process.argv.slice(2);
    const began = Date.now();
    await Promise.all([1, 2, 3, 4].map(async () => {
        const page = await browser.newPage();
        const cdp = await page.context().newCDPSession(page);
        while (waiting.length) await judge(page, cdp, waiting.shift());
    }));
    await browser.close();
    console.log(`${judged} pages, each in ${windows.length} windows and ${modes.length} modes, in ${((Date.now() - began) / 1000).toFixed(0)} s: ${faults} faults`);
    process.exit(faults ? 1 : 0);
})();
