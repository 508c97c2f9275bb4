import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { formatValue } from '../../src/domain/formatValue';
import type { Area } from '../../src/domain/areas/Area';
import { findDomainProblems } from '../../src/domain/events/findDomainProblems';
import type { OdooDomain } from '../../src/domain/events/odooDomain';
import { parseDomainText } from '../../src/domain/events/parseDomainText';
import { caseFromRecord, datingSpecification } from '../../src/domain/simulation/caseFromRecord';
import type { Simulation } from '../../src/domain/simulation/Simulation';
import type { SimulationSource } from '../../src/domain/simulation/SimulationSource';
import { odooClientFrom } from '../../src/n8n/odooClientFrom';
import { readModelFields } from '../../src/n8n/readModelFields';
import { ParameterInvalidError, readParameters } from '../../src/n8n/readParameters';
import type { OdooClient } from '../../src/odoo/OdooClient';
import { readPages } from '../../src/odoo/readPages';
import type { LongWork } from '../../src/n8n/LongWork';

/** Larger pages would take longer to parse than others may have to wait. */
const MOST_IN_PAGE = 500;

const parameters = z.object({
	filter: z.string(),
	maxRecords: z.number().int().positive(),
	simulationOptions: z.object({
		pageSize: z.number().int().positive().max(MOST_IN_PAGE).default(200),
	}),
});

/**
 * Adds records of Odoo to a simulation, page by page, the newest first.
 * @param now ISO 8601; when a record counts that does not say when it was created
 */
export async function simulateRecords(
	context: IExecuteFunctions,
	area: Area,
	simulation: Simulation,
	work: LongWork,
	now: string,
): Promise<SimulationSource> {
	const given = readParameters(context, 0, parameters);
	const { filter, maxRecords: limit } = given;
	const { model } = area;
	const odoo = await odooClientFrom(context, 0);
	const source: SimulationSource = { model, filter: filter.trim(), found: 0, taken: 0 };
	const pages = readPages(odoo, {
		model,
		domain: await readFilter(odoo, model, filter),
		specification: { ...area.specification, ...datingSpecification },
		pageSize: given.simulationOptions.pageSize,
		limit,
	});
	for await (const { records, refused, found } of pages) {
		for (const record of records) {
			const name = nameOf(record, model);
			await simulation.add(name, () => caseFromRecord(area, record, now));
			await work.afterWork();
		}
		for (const { id, message } of refused) simulation.addFault(`${model} ${id}`, message);
		source.found = found;
		source.taken += records.length + refused.length;
		const [done, all] = [source.taken, Math.min(found, limit)];
		work.tell(() => `Simulated ${formatValue(done)} of ${formatValue(all)} ${model} records`);
	}
	return source;
}

/** @throws {DomainTextError | ParameterInvalidError} */
async function readFilter(odoo: OdooClient, model: string, text: string): Promise<OdooDomain> {
	if (text.trim() === '') return [];
	const filter = parseDomainText(text);
	const problems = findDomainProblems(filter, await readModelFields(odoo, model));
	if (problems.length > 0) throw new ParameterInvalidError(`filter: ${problems.join('; ')}`);
	return filter;
}

const named = z.object({ name: z.string() });
const numbered = z.object({ id: z.number() });

function nameOf(record: unknown, model: string): string {
	const { name } = named.safeParse(record).data ?? {};
	return name ?? `${model} ${numbered.safeParse(record).data?.id ?? ''}`;
}
