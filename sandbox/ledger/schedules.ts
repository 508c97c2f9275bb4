import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import type { ScheduleSource } from '../../src/domain/sla/scheduleInOdoo';
import type { Database, Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { odooDateTime } from '../orm/instants';
import { idIn, numberIn, textIn } from '../orm/rowValues';

const weeks: Readonly<Record<string, 'first' | 'second'>> = { '0': 'first', '1': 'second' };

/** When people work, as the sandbox has it: a working schedule, the company's, or somebody's own. */
export function readSchedule(
	{ database }: Environment,
	{ source, since }: CommandOf<'calendar'>,
): CommandResults['calendar'] {
	const { schedule, resource } = scheduleOf(database, source);
	if (!schedule) {
		const message = `Odoo has no working schedule for ${source.kind} "${source.name ?? ''}".`;
		return { status: 'missing', message };
	}
	return {
		status: 'found',
		schedule: {
			name: textIn(schedule, 'name'),
			zone: textIn(schedule, 'tz') || 'UTC',
			flexible: schedule['flexible_hours'] === true,
			shifts: shiftsOf(database, schedule),
			leaves: leavesOf(database, schedule, resource, odooDateTime(since)),
		},
	};
}

function scheduleOf(database: Database, { kind, name }: ScheduleSource) {
	const schedules = database.rows('resource.calendar');
	const withId = (id: number | null) => schedules.find((row) => row.id === id);
	if (kind === 'schedule') {
		return { schedule: schedules.find((row) => row['name'] === name), resource: undefined };
	}
	const companies = database.rows('res.company');
	if (kind === 'company') {
		const company = companies.find((row) => name === null || row['name'] === name);
		return {
			schedule: company && withId(idIn(company, 'resource_calendar_id')),
			resource: undefined,
		};
	}
	const user = database.rows('res.users').find((row) => row['login'] === name);
	const resource = database
		.rows('resource.resource')
		.find((row) => idIn(row, 'user_id') === user?.id);
	const own = resource && withId(idIn(resource, 'calendar_id'));
	const company = user && companies.find((row) => row.id === (idIn(user, 'company_id') ?? 1));
	const shared = company && withId(idIn(company, 'resource_calendar_id'));
	return { schedule: own ?? shared, resource };
}

function shiftsOf(database: Database, schedule: Row) {
	return database
		.rows('resource.calendar.attendance')
		.filter((row) => idIn(row, 'calendar_id') === schedule.id)
		.filter((row) => row['day_period'] !== 'lunch')
		.filter((row) => numberIn(row, 'hour_to') > numberIn(row, 'hour_from'))
		.map((row) => ({
			weekday: Number(textIn(row, 'dayofweek')) + 1,
			from: numberIn(row, 'hour_from'),
			to: numberIn(row, 'hour_to'),
			week:
				schedule['two_weeks_calendar'] === true ? (weeks[textIn(row, 'week_type')] ?? null) : null,
		}))
		.sort((left, right) => left.weekday - right.weekday || left.from - right.from);
}

function leavesOf(database: Database, schedule: Row, resource: Row | undefined, since: string) {
	return database
		.rows('resource.calendar.leaves')
		.filter((row) => [null, resource?.id].includes(idIn(row, 'resource_id')))
		.filter((row) => [null, schedule.id].includes(idIn(row, 'calendar_id')))
		.filter((row) => row['time_type'] === 'leave' && textIn(row, 'date_to') > since)
		.map((row) => ({ from: instant(row, 'date_from'), to: instant(row, 'date_to') }))
		.sort((left, right) => left.from.localeCompare(right.from));
}

function instant(row: Row, field: string): string {
	return new Date(`${textIn(row, field).replace(' ', 'T')}Z`).toISOString();
}
