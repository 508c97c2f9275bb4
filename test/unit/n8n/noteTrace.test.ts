import { noteTrace } from '../../../src/n8n/noteTrace';
import { sampleFile } from '../../kit/sampleFile';
import { sampleTraceId } from '../../kit/sampleTrace';

const idOf = (digit: number) => digit.toString(16).repeat(32).slice(0, 32);
const about = (traceId: unknown) => ({ schema: 'approval-case/1', event: { traceId } });

/** An execution's custom data, as n8n keeps it. */
function execution() {
	const kept: Record<string, string> = {};
	const customData = {
		getAll: () => kept,
		get: (key: string) => kept[key] ?? '',
		set: (key: string, value: string) => {
			kept[key] = value;
		},
		setAll: () => undefined,
	};
	const note = (json: unknown) => {
		noteTrace({ customData }, json);
	};
	return { kept, note };
}

describe('the custom data of an execution', () => {
	it('has the id of the business event that an item is about', () => {
		const { kept, note } = execution();
		note(sampleFile);
		note(sampleFile);
		expect(kept).toEqual({ approvalTrace: sampleTraceId });
	});

	it.each([
		{ name: 'the case', json: { routing: { traceId: idOf(1) }, ...about(idOf(2)) } },
		{ name: 'what became of it', json: { outcome: { traceId: idOf(1) }, ...about(idOf(2)) } },
	])('goes by $name before the event that it came from', ({ json }) => {
		const { kept, note } = execution();
		note(json);
		expect(kept).toEqual({ approvalTrace: idOf(1) });
	});

	it.each<{ name: string; json: unknown }>([
		{ name: 'an item that is no case file', json: { text: 'hello' } },
		{ name: 'no item', json: null },
		{ name: 'an event of an older blueprint', json: about(null) },
		{ name: 'an id that is none', json: about('1,2; DROP TABLE') },
	])('stays as it is for $name', ({ json }) => {
		const { kept, note } = execution();
		note(json);
		expect(kept).toEqual({});
	});

	it('has the first seven of many, which is as much as n8n takes without complaint', () => {
		const { kept, note } = execution();
		for (let digit = 1; digit <= 9; digit += 1) note(about(idOf(digit)));
		const noted = kept['approvalTrace'] ?? '';
		expect(noted.split(',')).toEqual([1, 2, 3, 4, 5, 6, 7].map(idOf));
		expect(noted.length).toBeLessThanOrEqual(255);
	});
});
