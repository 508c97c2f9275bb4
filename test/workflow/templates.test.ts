import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	NodeHelpers,
	type INode,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { z } from 'zod';
import { areas } from '../../src/domain/areas/areas';
import { canonicalJson } from '../../src/domain/canonicalJson';
import { caseFileSchema } from '../../src/domain/case/caseFile';
import { readyMessageSchema } from '../../src/domain/case/readyMessage';
import { drawTemplates } from '../../scripts/templates/drawTemplates';
import { roleGroups } from '../../scripts/templates/roleGroups';
import { instantiate } from '../kit/n8n/TestWorkflow';
import { builtInNodes } from '../kit/n8n/builtInNodes';
import { nodeTypes, ourNodes } from '../kit/n8n/nodeTypes';

const folder = join(__dirname, '..', '..', 'workflows');

const nodeSchema = z
	.object({
		id: z.string().uuid(),
		name: z.string(),
		type: z.string(),
		typeVersion: z.number(),
		position: z.tuple([z.number(), z.number()]),
		parameters: z.record(z.unknown()),
		onError: z.literal('continueErrorOutput').optional(),
		retryOnFail: z.literal(true).optional(),
		maxTries: z.number().int().min(2).max(5).optional(),
		/** What people switch on that want it. */
		disabled: z.literal(true).optional(),
	})
	// Credentials and webhook ids belong to whoever imports it.
	.strict();
/** What a look at what waits comes to. */
const lookSchema = z
	.object({ quiet: z.literal(false), message: readyMessageSchema.extend({ html: z.string() }) })
	.passthrough();
/** A browser that opens a page. */
const visitSchema = z
	.object({
		headers: z.record(z.string()),
		params: z.object({}),
		query: z.object({}),
		body: z.object({}),
	})
	.strict();
/** One threshold that something is past. */
const alertSchema = z
	.object({ exceeded: z.literal(true), message: readyMessageSchema.extend({ html: z.string() }) })
	.passthrough();
const pinnedSchema = z.union([caseFileSchema, lookSchema, alertSchema, visitSchema]);
const ordinary = z.object({ executionOrder: z.literal('v1') }).strict();
const templateSchema = z
	.object({
		name: z.string(),
		nodes: z.array(nodeSchema),
		connections: z.record(
			z
				.object({
					main: z.array(
						z.array(
							z.object({ node: z.string(), type: z.literal('main'), index: z.literal(0) }).strict(),
						),
					),
				})
				.strict(),
		),
		/** An example to try a workflow with; only triggers and what reads from Odoo have one. */
		pinData: z.record(z.array(z.object({ json: pinnedSchema }).strict()).length(1)).optional(),
		settings: z.union([ordinary, ordinary.extend({ saveDataSuccessExecution: z.literal('none') })]),
	})
	.strict();

type TemplateNode = z.infer<typeof nodeSchema>;

const stickyNote = 'n8n-nodes-base.stickyNote';

/** Our nodes, and what the templates use of n8n's own. */
const knownTypes = new Map(
	[
		...builtInNodes.map((node) => ['n8n-nodes-base', node] as const),
		...ourNodes.map((node) => ['n8n-nodes-odoo-approvals', node] as const),
	].map(
		([
			origin,
			{
				description: { name, version, properties },
			},
		]) => [`${origin}.${name}`, { versions: [version].flat(), properties }],
	),
);

const templates = readdirSync(folder)
	.filter((name) => name.endsWith('.json'))
	.map((file) => {
		const json: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
		return { file, template: templateSchema.parse(json) };
	});

describe.each(templates)('the template $file', ({ file, template: { nodes, ...template } }) => {
	const names = nodes.map(({ name }) => name);
	const working = nodes.filter(({ type }) => type !== stickyNote);

	it('is named in the README, and its nodes have names of their own', () => {
		const readme = readFileSync(join(folder, 'README.md'), 'utf8');
		expect(readme).toContain(`(${file})`);
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
	});

	it.each(nodes)('knows $name and its parameters', ({ type, typeVersion, parameters }) => {
		const known = knownTypes.get(type);
		expect(known?.versions).toContain(typeVersion);
		expect(findUnknown(known?.properties ?? [], parameters)).toEqual([]);
	});

	it('connects only outputs and nodes that there are, and reaches every node', () => {
		const workflow = instantiate('template', { ...template, nodes: nodes.map(toNode) });
		const links = Object.entries(template.connections).flatMap(([from, { main }]) =>
			main.flatMap((targets, output) => targets.map(({ node }) => ({ from, output, node }))),
		);
		const wrong = links.filter(({ from, output, node }) => {
			const source = workflow.getNode(from);
			if (!source || !names.includes(node)) return true;
			const { description } = nodeTypes.getByNameAndVersion(source.type, source.typeVersion);
			return output >= NodeHelpers.getNodeOutputs(workflow, source, description).length;
		});
		expect(wrong).toEqual([]);

		const isTrigger = ({ type }: TemplateNode) => /(trigger|\.webhook)$/i.test(type);
		const unreached = working.filter(
			(node) => !isTrigger(node) && !links.some((link) => link.node === node.name),
		);
		expect(unreached).toEqual([]);
	});

	it('is tried with an example by which policy asks people', () => {
		const { pinData } = template;
		const [example] = pinData?.['Gather Facts'] ?? [];
		const pinned = example && caseFileSchema.parse(example.json);
		const area = areas.find(({ id }) => id === pinned?.record?.area);
		// That of an area of one's own has a test of its own.
		const isOfArea = area !== undefined;
		const outcome = area?.defaultPolicy.examples.find(
			({ facts }) => canonicalJson(facts) === canonicalJson(pinned?.facts),
		)?.outcome;
		expect(outcome).toBe(isOfArea ? 'require_approval' : undefined);
		expect(Object.keys(pinData ?? {}).filter((name) => !names.includes(name))).toEqual([]);
	});

	it('names only its own nodes in expressions', () => {
		const text = JSON.stringify(nodes.map(({ parameters }) => parameters));
		const named = [...text.matchAll(/\$\(\\?['"]([^'"\\]+)/g)].map(([, name = '']) => name);
		expect(named.filter((name) => !names.includes(name))).toEqual([]);
	});

	it('lays its nodes out beside one another, and each on at most one coloured area', () => {
		const overlaps = working.flatMap((one, index) =>
			working.slice(index + 1).filter((other) => overlap(boxOf(one), boxOf(other))),
		);
		expect(overlaps.map(({ name }) => name)).toEqual([]);
		const notes = nodes.filter(({ type }) => type === stickyNote);
		const crossed = working.filter((node) =>
			notes.some(
				(note) => overlap(boxOf(node), boxOf(note)) && !isInside(boxOf(node), boxOf(note)),
			),
		);
		expect(crossed.map(({ name }) => name)).toEqual([]);
	});
});

describe('the templates of the areas', () => {
	it.each([...drawTemplates()])(
		'%s is as the program draws it (npm run templates)',
		(file, drawn) => {
			expect(JSON.parse(readFileSync(join(folder, file), 'utf8'))).toEqual(drawn);
		},
	);

	it('are all set up by the template that sets up Odoo', () => {
		const setUp = templates.find(({ file }) => file === 'set-up-odoo.json')?.template.nodes;
		const install = setUp?.find(({ name }) => name === 'Install or Upgrade');
		expect(install?.parameters['areas']).toEqual(areas.map(({ id }) => id));
	});

	it('have somebody to ask for every role that a policy names', () => {
		const roles = areas
			.filter(({ id }) => id !== 'sales_order_release')
			.flatMap(({ defaultPolicy: { rules, default: otherwise } }) => [
				...rules.map(({ role }) => role),
				otherwise.role,
			]);
		const unknown = roles.filter((role) => role !== undefined && !(role in roleGroups));
		expect(unknown).toEqual([]);
	});
});

/** Paths of parameters that the node does not have, or values that are none of its choices. */
function findUnknown(
	properties: readonly INodeProperties[],
	parameters: Readonly<Record<string, unknown>>,
	path = '',
): string[] {
	return Object.entries(parameters).flatMap(([name, value]) => {
		const candidates = properties.filter((property) => property.name === name);
		if (candidates.length === 0) return [`${path}${name}`];
		// What Odoo has to choose from is only known there.
		if (candidates.some(({ typeOptions }) => typeOptions?.loadOptionsMethod !== undefined))
			return [];
		const unknown = candidates.map((property) => unknownIn(property, value, `${path}${name}`));
		return unknown.find((found) => found.length === 0) ?? unknown[0] ?? [];
	});
}

function unknownIn(
	{ type, options = [] }: INodeProperties,
	value: unknown,
	path: string,
): string[] {
	if (type === 'options' || type === 'multiOptions') {
		return unknownChoices(type, value, options, path);
	}
	// Which workflow it is belongs to whoever imports it, or to the item.
	if (type === 'workflowSelector') return unchosen.safeParse(value).success ? [] : [path];
	if (type === 'collection') {
		return findUnknown(options as INodeProperties[], group.parse(value), `${path}.`);
	}
	if (type !== 'fixedCollection') return [];
	const groups = new Map(
		options.flatMap((one) => ('values' in one ? [[one.name, one.values] as const] : [])),
	);
	const chosen = collection.safeParse(value);
	if (!chosen.success) return [path];
	return Object.entries(chosen.data).flatMap(([name, rows]) => {
		const values = groups.get(name);
		if (!values) return [`${path}.${name}`];
		return rows.flatMap((row) => findUnknown(values, row, `${path}.${name}.`));
	});
}

function unknownChoices(
	type: 'options' | 'multiOptions',
	value: unknown,
	options: INodeProperties['options'],
	path: string,
): string[] {
	// What an expression comes to is the item's.
	if (typeof value === 'string' && value.startsWith('={{')) return [];
	const choices = (options as INodePropertyOptions[]).map((option) => option.value);
	const chosen = z.array(choice).parse(type === 'options' ? [value] : value);
	return chosen.filter((one) => !choices.includes(one)).map((one) => `${path}: ${String(one)}`);
}

const choice = z.union([z.string(), z.number(), z.boolean()]);
const group = z.record(z.unknown());
const collection = z.record(z.array(group));
const unchosen = z.union([
	z.object({ __rl: z.literal(true), mode: z.literal('list'), value: z.literal('') }).strict(),
	z
		.object({ __rl: z.literal(true), mode: z.literal('id'), value: z.string().startsWith('={{') })
		.strict(),
]);

function toNode({ id, name, type, typeVersion, position, ...node }: TemplateNode): INode {
	return {
		...{ id, name, type, typeVersion, position },
		parameters: node.parameters as INode['parameters'],
		...(node.onError && { onError: node.onError }),
	};
}

interface Box {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** The editor draws a node to which others may be attached wider. */
const wide = 'n8n-nodes-odoo-approvals.aiSummarize';

/** A node with its caption, as the editor draws it; one with many outputs is taller. */
function boxOf({ type, position: [left, top], parameters }: TemplateNode): Box {
	const usual = type === wide ? 256 : 96;
	const { width = usual, height = 144 } = size.parse(type === stickyNote ? parameters : {});
	return { left, top, width, height };
}

const size = z.object({ width: z.number().optional(), height: z.number().optional() });

function overlap(one: Box, other: Box): boolean {
	const across = one.left < other.left + other.width && other.left < one.left + one.width;
	return across && one.top < other.top + other.height && other.top < one.top + one.height;
}

function isInside(one: Box, other: Box): boolean {
	const across = one.left >= other.left && one.left + one.width <= other.left + other.width;
	return across && one.top >= other.top && one.top + one.height <= other.top + other.height;
}
