import type { PlayedOrder } from './playStory';
import type { CaseRecord } from './readOrder';

const widths = [8, 46, 54, 7];

export const tableHead = [
	row(['Order', 'Story', 'What happened', 'In Odoo', 'Time']),
	row([...widths.map((width) => '─'.repeat(width)), '──────']),
].join('\n');

/** One line about an order that has ended, told from what Odoo has on record. */
export function tableRow({ story, record, seconds, failure }: PlayedOrder): string {
	const time = `${seconds.toFixed(1)} s`;
	const cells = [record.name, story.title, whatHappened(record.cases), record.state, time];
	const line = `${row(cells)}  ${failure === null ? '✓' : '✗'}`;
	return failure === null ? line : `${line}\n${' '.repeat(10)}${failure}`;
}

function row(cells: readonly string[]): string {
	return cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ');
}

function whatHappened(cases: readonly CaseRecord[]): string {
	return cases.length === 0 ? 'nobody was asked' : cases.map(storyOf).join('; ');
}

const outcomeWords: Record<CaseRecord['outcome'], string> = {
	none: '',
	released: 'confirmed',
	kept: 'kept as it is',
	not_released: 'Odoo refused',
	changed: 'changed',
};

function storyOf({ state, outcome, decidedBy, isDecided, escalations }: CaseRecord): string {
	const climbed = escalations > 0 ? 'escalated → ' : '';
	if (!isDecided) return `${climbed}${state}`;
	const decision = `${state.replace('_', ' ')} by ${decidedBy?.name ?? 'policy'}`;
	return `${climbed}${decision} → ${outcomeWords[outcome]}`;
}
