import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

const FOLDER = join(__dirname, '../../fixtures/odoo-contract');

const exchange = z.object({
	label: z.string(),
	request: z.object({
		method: z.string(),
		path: z.string(),
		headers: z.record(z.string()),
		body: z.unknown(),
	}),
	response: z.object({
		status: z.number(),
		headers: z.record(z.string()),
		body: z.unknown(),
	}),
});

const recording = z.object({
	odoo: z.string(),
	transport: z.enum(['json2', 'jsonrpc']),
	topic: z.string(),
	exchanges: z.array(exchange),
});

/** One request and answer, recorded with a real Odoo. */
export interface Exchange extends z.infer<typeof exchange> {
	/** Unique: file, position and label. */
	name: string;
	/** Major version of the Odoo that answered. */
	odoo: number;
	transport: 'json2' | 'jsonrpc';
	topic: string;
}

export const exchanges: Exchange[] = readdirSync(FOLDER)
	.sort()
	.flatMap((file) => {
		const { odoo, transport, topic, ...rest } = recording.parse(
			JSON.parse(readFileSync(join(FOLDER, file), 'utf8')),
		);
		return rest.exchanges.map((one, index) => ({
			...one,
			name: `${file} #${index} ${one.label}`,
			odoo: Number.parseInt(odoo, 10),
			transport,
			topic,
		}));
	});
