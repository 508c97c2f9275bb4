import { createHash } from 'node:crypto';

type Parameters = Record<string, unknown>;
export type Position = readonly [left: number, top: number];

interface CanvasNode {
	parameters: Parameters;
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: Position;
	onError?: 'continueErrorOutput';
	retryOnFail?: true;
	maxTries?: number;
	disabled?: true;
}

/** What differs from a node that always runs, and whose failure ends the execution. */
export interface Running {
	/** It has an output for errors. */
	mayFail?: boolean;
	/** How often it tries before. */
	attempts?: number;
	/** It is switched off, until somebody fills it in. */
	isOff?: boolean;
}

/** What of n8n's own nodes the templates use, with the version that they were made for. */
const builtIn = {
	dataTable: 1.1,
	emailSend: 2.1,
	executeWorkflow: 1.3,
	executeWorkflowTrigger: 1.2,
	httpRequest: 4.4,
	if: 2.2,
	manualTrigger: 1,
	noOp: 1,
	respondToWebhook: 1.5,
	scheduleTrigger: 1.3,
	set: 3.4,
	stickyNote: 1,
	stopAndError: 1,
	switch: 3.2,
	wait: 1.1,
	webhook: 2.1,
} as const;

const OUR_VERSION = 1.1;

/** Colours of sticky notes, as n8n numbers them. */
export const colors = { fillIn: 1, people: 6, policy: 4, odoo: 5, about: 7 } as const;

export interface Sticky {
	text: string;
	at: Position;
	size: readonly [width: number, height: number];
	color: number;
}

/** Nodes and notes of one workflow, drawn one after the other. */
export class Canvas {
	private readonly nodes: CanvasNode[] = [];
	private readonly connections: Record<string, { main: Link[][] }> = {};
	private readonly settings: Record<string, string> = { executionOrder: 'v1' };
	private readonly pins: Record<string, Array<{ json: unknown }>> = {};

	/** @param file names the workflow, so that its nodes keep their ids from one drawing to the next */
	constructor(
		private readonly file: string,
		private readonly title: string,
	) {}

	/** Adds a node of ours. */
	ours(
		type: string,
		name: string,
		at: Position,
		parameters: Parameters,
		running: Running = {},
	): this {
		const fullType = `n8n-nodes-odoo-approvals.${type}`;
		return this.add(fullType, OUR_VERSION, name, at, parameters, running);
	}

	/** Adds a node of n8n's own. */
	own(
		type: keyof typeof builtIn,
		name: string,
		at: Position,
		parameters: Parameters = {},
		running: Running = {},
	): this {
		return this.add(`n8n-nodes-base.${type}`, builtIn[type], name, at, parameters, running);
	}

	note(name: string, { text, at, size: [width, height], color }: Sticky): this {
		return this.own('stickyNote', name, at, { content: text, height, width, color });
	}

	/** Leads outputs of a node to others: the first list is for its first output. */
	connect(from: string, ...outputs: string[][]): this {
		this.connections[from] = {
			main: outputs.map((nodes) => nodes.map((node) => ({ node, type: 'main', index: 0 }))),
		};
		return this;
	}

	/** What a node gives while somebody tries the workflow in the editor. */
	pin(node: string, json: unknown): this {
		this.pins[node] = [{ json }];
		return this;
	}

	/** Executions that went well are not kept: there would be one for each look. */
	forgetSuccess(): this {
		this.settings['saveDataSuccessExecution'] = 'none';
		return this;
	}

	/** The workflow as n8n imports it. */
	toWorkflow(): Record<string, unknown> {
		const { title: name, nodes, connections, settings } = this;
		return {
			name,
			nodes,
			connections,
			...(Object.keys(this.pins).length > 0 && { pinData: this.pins }),
			settings,
		};
	}

	private add(
		type: string,
		typeVersion: number,
		name: string,
		position: Position,
		parameters: Parameters,
		{ mayFail = false, attempts = 1, isOff = false }: Running,
	): this {
		const id = uuidOf(`${this.file}/${name}`);
		this.nodes.push({
			parameters,
			id,
			name,
			type,
			typeVersion,
			position,
			...(mayFail && { onError: 'continueErrorOutput' as const }),
			...(attempts > 1 && { retryOnFail: true as const, maxTries: attempts }),
			...(isOff && { disabled: true as const }),
		});
		return this;
	}
}

interface Link {
	node: string;
	type: 'main';
	index: 0;
}

/** A version 8 UUID (RFC 9562) made of a text. */
function uuidOf(text: string): string {
	const hex = createHash('sha256').update(text).digest('hex');
	const variant = (8 + (parseInt(hex.charAt(16), 16) % 4)).toString(16);
	const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
	return [...parts, variant + hex.slice(17, 20), hex.slice(20, 32)].join('-');
}
