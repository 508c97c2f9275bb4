import type { Area } from '../../src/domain/areas/Area';
import type { CaseFile } from '../../src/domain/case/caseFile';
import { fingerprintOf } from '../../src/domain/case/watched';
import { formatValue } from '../../src/domain/formatValue';

const SENT_AT = '2026-01-05T08:00:00.000Z';

/** What Odoo Trigger gives, for trying a template without Odoo. */
export function exampleEvent({ id: area, model }: Pick<Area, 'id' | 'model'>): CaseFile {
	const event = { outboxId: 1, topic: 'record', area, type: 'saved', model } as const;
	return {
		schema: 'approval-case/1',
		event: { ...event, recordId: 1, traceId: null, sentAt: SENT_AT },
	};
}

/**
 * What Gather Facts gives: the facts of the policy's first example that needs people.
 */
export function exampleFile(area: Area): CaseFile {
	const { id, model, factDeclarations, defaultPolicy } = area;
	const example = defaultPolicy.examples.find(({ outcome }) => outcome === 'require_approval');
	if (!example) throw new Error(`The policy of ${id} has no example that needs people`);
	const facts = { ...example.facts };
	const currency = typeof facts['currency'] === 'string' ? facts['currency'] : null;
	const watched = { fields: { id: 1 }, lines: {}, lineFields: {} };
	return {
		...exampleEvent(area),
		record: {
			area: id,
			model,
			id: 1,
			name: 'Example',
			url: `https://odoo.example.com/odoo/${model}/1`,
			amount: null,
			currency,
			figures: Object.entries(facts).map(([name, value]) => {
				const { label = name, unit } = factDeclarations[name] ?? {};
				return { label, value: formatValue(value, unit, currency) };
			}),
			lines: { columns: [], rows: [] },
		},
		requester: { user: { id: 2, name: 'Marc Demo' }, involvedIds: [2] },
		facts,
		unknown: {},
		proposal: null,
		watched,
		fingerprint: fingerprintOf(watched),
	};
}
