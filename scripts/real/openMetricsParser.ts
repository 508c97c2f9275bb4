import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { installDebianPackages } from './debianPackages';
import { runCommand } from './runCommand';

/** Infinity is no JSON, so values come as Python writes them. */
const program = `
import json, sys
from prometheus_client.openmetrics.parser import text_string_to_metric_families
families = text_string_to_metric_families(open(sys.argv[1], encoding='utf-8').read())
print(json.dumps([{
    'name': family.name, 'type': family.type, 'unit': family.unit, 'help': family.documentation,
    'samples': [
        {'name': sample.name, 'labels': sample.labels, 'value': repr(sample.value)}
        for sample in family.samples],
} for family in families]))
`;

const familiesSchema = z.array(
	z.object({
		name: z.string(),
		type: z.string(),
		unit: z.string(),
		help: z.string(),
		samples: z.array(
			z.object({
				name: z.string(),
				labels: z.record(z.string()),
				value: z.string().transform(Number),
			}),
		),
	}),
);

export type ParsedFamily = z.infer<typeof familiesSchema>[number];

/**
 * Reads a text as Prometheus' own Python client does; installs Debian's when it is missing.
 *
 * @throws {CommandError} with the parser's words, where it is no OpenMetrics
 */
export async function parseOpenMetrics(text: string): Promise<ParsedFamily[]> {
	await installDebianPackages('the parser of OpenMetrics', ['python3-prometheus-client']);
	const folder = await mkdtemp(join(tmpdir(), 'odoo-approvals-metrics-'));
	try {
		const file = join(folder, 'metrics.txt');
		await writeFile(file, text);
		const parsed = await runCommand('/usr/bin/python3', ['-c', program, file]);
		return familiesSchema.parse(JSON.parse(parsed));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
