import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, selectors, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The browser that the editor suite drives: `CHROMIUM`, or one at its usual place; undefined when there is none. */
export const findChromium = (): string | undefined => [process.env.CHROMIUM ?? '', ...candidates].find((path) => path !== '' && existsSync(path));

/** Quiet, and asking nobody outside. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const folder = 'test/output/editor';

selectors.setTestIdAttribute('data-test-id');

/** n8n's editor as its owner sees it. */
export class Editor {
	readonly page: Page;
	private readonly browser: Browser;
	private readonly context: BrowserContext;
	private readonly url: string;

	private constructor(browser: Browser, context: BrowserContext, page: Page, url: string) {
		this.browser = browser;
		this.context = context;
		this.page = page;
		this.url = url;
	}

	/** Starts a browser that has the session's cookie. */
	static async open(url: string, session: string): Promise<Editor> {
		const executablePath = findChromium();
		if (!executablePath) throw new Error('There is no Chromium: install it, or set CHROMIUM to its path');
		const browser = await chromium.launch({ executablePath, args: flags });
		const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
		// A slow machine is no failure.
		context.setDefaultTimeout(120_000);
		const [name = '', value = ''] = session.split('=', 2);
		await context.addCookies([{ name, value, url }]);
		mkdirSync(folder, { recursive: true });
		return new Editor(browser, context, await context.newPage(), url);
	}

	async close(): Promise<void> {
		await this.context.close();
		await this.browser.close();
	}

	/** Keeps a picture of what is there now. */
	async picture(name: string): Promise<void> {
		await this.page.screenshot({ path: join(folder, `${name}.png`) });
	}

	/** Waits for elements that a person sees, looking at every frame: Playwright looks again after half a second only. */
	async appears(testId: string, text = '', count = 1): Promise<void> {
		const isThere = ({ testId: id, text: part, count: least }: { testId: string; text: string; count: number }): boolean =>
			[...document.querySelectorAll(`[data-test-id="${id}"]`)].filter((element) => element.checkVisibility() && element.textContent?.includes(part)).length >= least;
		await this.page.waitForFunction(isThere, { testId, text, count }, { polling: 'raf' });
	}

	/** An empty workflow, ready for its first node. */
	async newWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.getByTestId('canvas-plus-button').waitFor();
	}

	/** A workflow that is there already, with the panel of its Label Studio node open. */
	async openNode(workflowId: string, node: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${workflowId}`);
		await this.page.getByTestId('canvas-node').filter({ hasText: node }).dblclick();
		await this.page.getByTestId('ndv').waitFor();
	}

	/** Finds a node by the node creator's search and shows what it can do. */
	async searchNode(text: string): Promise<void> {
		await this.page.getByTestId('canvas-plus-button').click();
		await this.page.getByTestId('node-creator-search-bar').fill(text);
		await this.page.getByTestId('node-creator-item-name').getByText(text, { exact: true }).first().click();
	}

	/** Unfolds what the node can do, which n8n folds up as long as the workflow has no trigger; ready when the first actions are there. */
	async unfoldActions(): Promise<void> {
		await this.page.getByText(/^\s*Actions \(\d+\)\s*$/).first().click();
		await this.appears('node-creator-item-name', '', 8);
	}

	/** Finds an action in the list, which n8n goes on filling while a person reads. */
	async findAction(action: string): Promise<Locator> {
		const item = this.page.getByTestId('node-creator-item-name').getByText(action, { exact: true });
		await item.scrollIntoViewIfNeeded();
		return item;
	}

	/** Adds the node by one of its actions; its panel opens. */
	async addByAction(action: Locator): Promise<void> {
		await action.click();
		await this.appears('parameter-input-operation');
	}

	/** Chooses an entry of a dropdown of the node. */
	async choose(parameter: string, option: string): Promise<void> {
		await this.page.getByTestId(`parameter-input-${parameter}`).click();
		const entries = this.page.getByTestId('parameter-input-item').filter({ visible: true });
		await entries.filter({ has: this.page.locator('.option-headline').getByText(option, { exact: true }) }).click();
	}

	/** Searches the list of a picker; answers with the first entry that bears the text. */
	async searchList(parameter: string, text: string): Promise<Locator> {
		const locator = this.page.getByTestId(`resource-locator-${parameter}`);
		await locator.getByTestId('rlc-input').click();
		await this.page.getByTestId('rlc-search').fill(text);
		await this.appears('rlc-item', text);
		return this.page.getByTestId('rlc-item').filter({ hasText: text }).first();
	}

	/** Names of the fields that the only collection of an operation offers, from top to bottom; the list stays open. */
	async offeredFields(): Promise<string[]> {
		await this.page.getByTestId('node-parameters').getByTestId('collection-parameter-add').first().click();
		const entries = this.page.getByTestId('collection-parameter-option').filter({ visible: true });
		await entries.first().waitFor();
		return await entries.allInnerTexts();
	}

	/** Adds a field of a collection whose list is open. */
	async addOfferedField(name: string): Promise<void> {
		await this.page.getByTestId('collection-parameter-option').filter({ visible: true }).getByText(name, { exact: true }).click();
		await this.page.getByTestId('node-parameters').getByText(name, { exact: true }).waitFor();
	}

	/** Runs the node by itself and waits until n8n has finished it. */
	async execute(): Promise<void> {
		const output = this.page.getByTestId('output-panel');
		await this.page.getByTestId('node-execute-button').click();
		await output.getByTestId('ndv-items-count').filter({ visible: true }).first().waitFor();
	}
}
