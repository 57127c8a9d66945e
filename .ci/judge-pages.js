// Each page in Chromium, light and dark, 320 and 1000 points wide, before axe-core; and that nothing runs over the edge.
const { chromium } = require('playwright-core');
const fs = require('fs');

(async () => {
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
    const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
    let faults = 0;
    for (const file of process.argv.slice(2))
        for (const colorScheme of ['light', 'dark'])
            for (const width of [320, 1000]) {
                const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
                await page.goto('file://' + fs.realpathSync(file));
                await page.evaluate(axe);
                const found = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
                const over = await page.evaluate(
                    () => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
                const words = found.violations.map(fault => `${fault.id}: ${fault.nodes[0].html.slice(0, 120)}`);
                if (over) words.push('runs over the edge');
                for (const word of words) console.log(`${file} (${colorScheme}, ${width}): ${word}`);
                faults += words.length;
                await page.close();
            }
    await browser.close();
    process.exit(faults ? 1 : 0);
})();
