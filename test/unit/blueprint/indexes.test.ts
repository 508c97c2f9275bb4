import {
	createStatement,
	isAsDescribed,
	type UniqueIndex,
} from '../../../src/odoo/blueprint/indexes';

const onePerKey: UniqueIndex = { name: 'one', table: 't', columns: 'x_key', where: '' };
const oneOpen: UniqueIndex = { ...onePerKey, where: 'x_open' };
const onePerEvent: UniqueIndex = { ...onePerKey, columns: 'a, b', where: 'x_outbox_id > 0' };

describe('a unique index', () => {
	it.each([
		{ index: onePerKey, statement: 'CREATE UNIQUE INDEX IF NOT EXISTS one ON t (x_key)' },
		{
			index: oneOpen,
			statement: 'CREATE UNIQUE INDEX IF NOT EXISTS one ON t (x_key) WHERE x_open',
		},
	])('is made by $statement', ({ index, statement }) => {
		expect(createStatement(index)).toBe(statement);
	});

	it.each([
		{ index: onePerKey, definition: 'CREATE UNIQUE INDEX one ON public.t USING btree (x_key)' },
		{
			index: oneOpen,
			definition: 'CREATE UNIQUE INDEX one ON public.t USING btree (x_key) WHERE x_open',
		},
		{
			index: onePerEvent,
			definition: 'CREATE UNIQUE INDEX one ON public.t USING btree (a, b) WHERE (x_outbox_id > 0)',
		},
	])('is recognised in $definition', ({ index, definition }) => {
		expect(isAsDescribed(index, definition)).toBe(true);
	});

	it.each([
		{ fault: 'it is gone', definition: '' },
		{
			fault: 'it is not unique',
			definition: 'CREATE INDEX one ON public.t USING btree (x_key) WHERE x_open',
		},
		{
			fault: 'it is on another column',
			definition: 'CREATE UNIQUE INDEX one ON public.t USING btree (x_area) WHERE x_open',
		},
		{
			fault: 'it holds for all rows',
			definition: 'CREATE UNIQUE INDEX one ON public.t USING btree (x_key)',
		},
		{
			fault: 'it is on another table',
			definition: 'CREATE UNIQUE INDEX one ON public.not_t USING btree (x_key) WHERE x_open',
		},
	])('is not accepted when $fault', ({ definition }) => {
		expect(isAsDescribed(oneOpen, definition)).toBe(false);
	});
});
