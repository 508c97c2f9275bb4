import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import type { Area } from '../../src/domain/areas/Area';
import { builtInArea } from '../../src/domain/areas/areas';
import { PolicyInvalidError } from '../../src/domain/policy/errors';
import type { Policy } from '../../src/domain/policy/policy';
import { headline } from '../../src/domain/simulation/headline';
import type { ListedCase } from '../../src/domain/simulation/listedCase';
import { listings, Simulation } from '../../src/domain/simulation/Simulation';
import { describeArea } from '../../src/n8n/describeArea';
import { failureOf } from '../../src/n8n/forEachItem';
import { recordUrlFrom } from '../../src/n8n/odooClientFrom';
import { ParameterInvalidError, readParameters } from '../../src/n8n/readParameters';
import { toItem } from '../../src/n8n/toItem';
import { toNodeError } from '../../src/n8n/toNodeError';
import { simulationReport } from '../../src/page/simulationReport';
import { readDocument } from './policyDocument';
import { readPolicy } from './readPolicy';
import { simulateItems } from './simulateItems';
import { simulateRecords } from './simulateRecords';
import { LongWork } from '../../src/n8n/LongWork';

/** More would take too long to hand on at a stretch. */
const MOST_LISTED = 10_000;

const parameters = z.object({
	cases: z.enum(['items', 'records']),
	compareWith: z.enum(['nothing', 'policy']),
	comparedPolicy: z.unknown(),
	recordsToList: z.enum(listings),
	simulationOptions: z.object({
		maxListed: z.number().int().nonnegative().max(MOST_LISTED).default(1_000),
	}),
});

/**
 * Replays the policy over cases of the past, once for all items. It decides nothing: what leaves here
 * is no case file, so that no later node can take it for a case.
 *
 * @returns one item with the figures and the report; one for each record that is listed
 */
export async function simulate(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	try {
		return await simulateAll(context);
	} catch (error) {
		const nodeError = toNodeError(context.getNode(), error);
		if (!context.continueOnFail()) throw nodeError;
		return [[toItem(failureOf(nodeError), 0)], []];
	}
}

async function simulateAll(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const given = readParameters(context, 0, parameters);
	const work = new LongWork(context);
	const policy = await readPolicy(context, 0);
	await work.afterWork();
	const compared = given.compareWith === 'policy' ? await readCompared(given.comparedPolicy) : null;
	const now = new Date().toISOString();
	const { maxListed } = given.simulationOptions;
	const simulation = new Simulation({
		policy,
		compared,
		list: given.recordsToList,
		maxListed,
		now,
	});
	const isFromOdoo = given.cases === 'records';
	const source = isFromOdoo
		? await simulateRecords(context, recordedArea(policy), simulation, work, now)
		: await simulateItems(context, simulation, work);

	const result = simulation.result();
	const listed = isFromOdoo ? await linked(context, simulation.listed) : simulation.listed;
	const report = simulationReport(result, listed, {
		source,
		areaLabel: describeArea(policy.area).label,
		zone: context.getTimezone(),
	});
	const summary = toItem({ message: headline(result), ...result, source }, 0);
	const binary = { report: await toBinary(context, report) };
	return [[{ ...summary, binary }], listed.map((one) => toRecordItem(one, isFromOdoo))];
}

/** @throws {ParameterInvalidError} nobody knows here how records of the area are read */
function recordedArea({ area: id }: Policy): Area {
	const area = builtInArea(id);
	if (area) return area;
	throw new ParameterInvalidError(
		`"${id}" is no area that comes with the package: simulate it over items, such as past cases, and not over records`,
	);
}

/** @throws {PolicyInvalidError} in which every path begins with the field's name */
async function readCompared(document: unknown): Promise<Policy> {
	return await readDocument(document).catch((error: unknown) => {
		throw error instanceof PolicyInvalidError ? placedIn('comparedPolicy', error) : error;
	});
}

function placedIn(field: string, { problems }: PolicyInvalidError): PolicyInvalidError {
	return new PolicyInvalidError(
		problems.map(({ path, message }) => ({ path: path ? `${field}: ${path}` : field, message })),
	);
}

/** Adds the addresses of the records; only the last part of the address differs between them. */
async function linked(
	context: IExecuteFunctions,
	listed: readonly ListedCase[],
): Promise<ListedCase[]> {
	const [first] = listed;
	if (!first) return [];
	const { model, recordId: id } = first;
	const address = new URL(await recordUrlFrom(context, { model, id }, 0));
	return listed.map((one) => {
		address.searchParams.set('res_id', String(one.recordId));
		return { ...one, url: address.href };
	});
}

function toRecordItem({ position, ...one }: ListedCase, isFromOdoo: boolean): INodeExecutionData {
	return toItem(one, isFromOdoo ? 0 : position);
}

async function toBinary(context: IExecuteFunctions, report: string) {
	const bytes = Buffer.from(report, 'utf8');
	return await context.helpers.prepareBinaryData(bytes, 'policy-simulation.html', 'text/html');
}
