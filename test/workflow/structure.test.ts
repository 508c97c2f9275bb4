import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { z } from 'zod';
import { operations as routeOperations } from '../../nodes/ApprovalRoute/operations';
import { operations as recordOperations } from '../../nodes/OdooRecord/operations';
import { operations as timerOperations } from '../../nodes/SlaTimer/operations';
import { ourNodes } from '../kit/n8n/nodeTypes';

const root = join(__dirname, '..', '..');
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

const manifest = z
	.object({
		name: z.string(),
		n8n: z.object({ nodes: z.array(z.string()), credentials: z.array(z.string()) }),
	})
	.parse(readJson('package.json'));

const codexSchema = z.object({
	node: z.string(),
	nodeVersion: z.string(),
	categories: z.array(z.string()).min(1),
	alias: z.array(z.string()).min(1),
	resources: z.object({
		primaryDocumentation: z.array(z.object({ url: z.string().url() })).length(1),
	}),
});

const nodes = readdirSync(join(root, 'nodes')).map((folder) => {
	const node = ourNodes.find(({ constructor }) => constructor.name === folder);
	return { folder, node, name: folder.charAt(0).toLowerCase() + folder.slice(1) };
});

describe.each(nodes)('the node $folder', ({ folder, node, name }) => {
	it('is what n8n loads under its name', () => {
		expect(manifest.n8n.nodes).toContain(`dist/nodes/${folder}/${folder}.node.js`);
		expect(node?.description).toMatchObject({ name, version: [1.1], defaultVersion: 1.1 });
	});

	it.each(['', '.dark'])('has its icon%s', (theme) => {
		const icon = `nodes/${folder}/${name}${theme}.svg`;
		expect(node?.description.icon).toMatchObject({
			[theme === '' ? 'light' : 'dark']: `file:${name}${theme}.svg`,
		});
		expect(readFileSync(join(root, icon), 'utf8')).toContain('viewBox="0 0 60 60"');
	});

	it('is found in the editor, with a page of documentation that is there', () => {
		const codex = codexSchema.parse(readJson(`nodes/${folder}/${folder}.node.json`));
		expect(codex.node).toBe(`${manifest.name}.${name}`);
		const page = codex.resources.primaryDocumentation[0]?.url.split('/main/')[1] ?? '';
		expect(existsSync(join(root, page.split('#')[0] ?? ''))).toBe(true);
	});

	it('describes every field and every choice', () => {
		const choices = (node?.description.properties ?? []).flatMap(choicesOf);
		expect(choices.filter(({ name: title }) => title.trim() === '')).toEqual([]);
		const operations = operationsOf(node?.description.properties ?? []);
		expect(operations.filter((one) => !one.description || !one.action)).toEqual([]);
	});

	it('has webhooks that cost no expression', () => {
		const texts = (node?.description.webhooks ?? []).flatMap((one) => Object.values(one));
		expect(texts.filter((text) => String(text).startsWith('='))).toEqual([]);
	});
});

describe('operations', () => {
	it.each([
		{ folder: 'ApprovalRoute', implemented: Object.keys(routeOperations) },
		{ folder: 'OdooRecord', implemented: Object.keys(recordOperations) },
		{ folder: 'SlaTimer', implemented: Object.keys(timerOperations) },
	])('$folder offers what it can do, by the alphabet', ({ folder, implemented }) => {
		const node = nodes.find((one) => one.folder === folder)?.node;
		const offered = operationsOf(node?.description.properties ?? []);
		expect(offered.map(({ value }) => value).sort()).toEqual(implemented.sort());
		const titles = offered.map(({ name }) => name);
		expect(titles).toEqual([...titles].sort((left, right) => left.localeCompare(right)));
	});
});

describe('credentials', () => {
	const files = readdirSync(join(root, 'credentials')).filter((file) => file.endsWith('.ts'));
	it.each(files.map((file) => ({ file })))('$file is what n8n loads', ({ file }) => {
		expect(manifest.n8n.credentials).toContain(`dist/credentials/${file.replace('.ts', '.js')}`);
	});
});

function operationsOf(properties: INodeProperties[]): INodePropertyOptions[] {
	return properties.filter(({ name }) => name === 'operation').flatMap(choicesOf);
}

function choicesOf({ type, options = [] }: INodeProperties): INodePropertyOptions[] {
	if (type !== 'options' && type !== 'multiOptions') return [];
	return options.filter((option): option is INodePropertyOptions => 'value' in option);
}
