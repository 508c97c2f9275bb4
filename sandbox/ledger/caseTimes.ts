import { secondsBetween } from '../../src/domain/insights/secondsBetween';
import type { Row } from '../orm/Database';
import { instantIn } from '../orm/rowValues';

const SECONDS_PER_HOUR = 3_600;
const classes = [
	{ name: '001h', hours: 1 },
	{ name: '004h', hours: 4 },
	{ name: '024h', hours: 24 },
	{ name: '096h', hours: 96 },
	{ name: '168h', hours: 168 },
];

/** What Odoo reckons from the times of a case, to be counted and added up. */
export function caseTimes(row: Row): Record<string, unknown> {
	const deciding = hoursBetween(row, 'create_date', 'x_decided_at');
	return {
		x_routing_hours: hoursBetween(row, 'x_asked_at', 'create_date') ?? 0,
		x_decision_hours: deciding ?? 0,
		x_applying_hours: hoursBetween(row, 'x_decided_at', 'x_ended_at') ?? 0,
		x_decided_within: deciding === null ? false : classOf(deciding),
		x_decided_through: deciding === null ? false : row['x_decided_by'] ? 'people' : 'policy',
	};
}

function classOf(spent: number): string {
	return classes.find(({ hours }) => spent <= hours)?.name ?? 'longer';
}

/** `null` while one of the two is not known. */
function hoursBetween(row: Row, begun: string, ended: string): number | null {
	const seconds = secondsBetween(instantIn(row, begun), instantIn(row, ended));
	return seconds === null ? null : seconds / SECONDS_PER_HOUR;
}
