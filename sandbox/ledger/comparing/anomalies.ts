import type { CommandOf } from '../../../src/domain/case/commands';
import type { CommandResults } from '../../../src/domain/case/commandResults';
import type { Comparisons } from '../../../src/domain/insights/anomalies';
import { areaLabel } from '../../installedAreas';
import type { Environment } from '../../orm/Environment';
import { textIn } from '../../orm/rowValues';
import { isOfArea, openedAt } from '../caseRows';
import { personOf } from '../people';
import { compareNumbers } from './compareNumbers';
import { compareRates } from './compareRates';
import { compareTimes } from './compareTimes';
import { findOutliers } from './findOutliers';
import type { Look } from './seen';

/** Compares the last days with the time before them. */
export function anomalies(
	env: Environment,
	command: CommandOf<'anomalies'>,
): CommandResults['anomalies'] {
	const recent = Date.parse(env.at) - command.recentSeconds * 1_000;
	const cases = env.database
		.rows('x_approval_case')
		.filter((row) => isOfArea(command.areas, textIn(row, 'x_area')))
		.map((row) => ({ row, openedAt: openedAt(env.database, row) }));
	const look: Look = {
		env,
		command,
		cases,
		at: env.at,
		recentFrom: new Date(recent).toISOString(),
		baseFrom: new Date(recent - command.baseSeconds * 1_000).toISOString(),
	};
	const found = {
		times: compareTimes(look),
		rates: compareRates(look),
		numbers: compareNumbers(look),
		outliers: findOutliers(look),
	};
	const { at, recentFrom, baseFrom } = look;
	return { status: 'found', at, recentFrom, baseFrom, ...found, labels: labelsOf(env, found) };
}

function labelsOf(
	env: Environment,
	{
		times,
		rates,
		numbers,
		outliers,
	}: Pick<Comparisons, 'times' | 'rates' | 'numbers' | 'outliers'>,
): Comparisons['labels'] {
	const named = (keys: string[], nameOf: (key: string) => string) =>
		Object.fromEntries(keys.map((key) => [key, nameOf(key)]));
	const keysOf = (rows: ReadonlyArray<{ kind: string; key: string }>, ...kinds: string[]) =>
		rows.flatMap(({ kind, key }) => (kinds.includes(kind) ? [key] : []));
	const partners = [
		...keysOf([...rates, ...numbers], 'near_miss', 'signal', 'requests'),
		...outliers.map(({ key }) => key),
	];
	return {
		area: named(
			[...times, ...rates, ...numbers, ...outliers].map(({ area }) => area),
			areaLabel,
		),
		user: named(
			keysOf([...times, ...rates], 'approver', 'late', 'overrides'),
			(key) => personOf(env, Number(key)).name,
		),
		partner: named(partners, (key) =>
			textIn(env.database.find('res.partner', Number(key)) ?? { id: 0 }, 'name'),
		),
	};
}
