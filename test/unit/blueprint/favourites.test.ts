import { z } from 'zod';
import { areas } from '../../../src/domain/areas/areas';
import { blueprint, models } from '../../../src/odoo/blueprint/blueprint';
import { favouriteRecords } from '../../../src/odoo/blueprint/favourites';
import { modelName } from '../../../src/odoo/blueprint/models/modelRecords';
import type { OdooDialect } from '../../../src/odoo/blueprint/OdooDialect';

const odoo19: OdooDialect = {
	groupsField: 'group_ids',
	hasPrivileges: true,
	namesAutomationActions: false,
	filterOwnersField: 'user_ids',
};
const columns = z.array(z.string());
const contextSchema = z.object({
	group_by: columns,
	pivot_row_groupby: columns,
	pivot_column_groupby: columns,
	pivot_measures: columns.nonempty(),
	graph_groupbys: columns,
	graph_measure: z.string(),
	graph_mode: z.enum(['bar', 'line', 'pie']),
});
const favourites = favouriteRecords(odoo19).map(({ name, values, onlyAtFirst = {} }) => ({
	name,
	model: values['model_id'],
	domain: String(onlyAtFirst['domain']),
	window: onlyAtFirst['action_id'],
	context: contextSchema.parse(JSON.parse(String(onlyAtFirst['context']))),
}));
const columnsOf = (model: unknown): string[] => {
	const described = models.find((one) => modelName(one) === model);
	return ['__count', 'create_date', ...(described?.fields ?? []).map(({ name }) => name)];
};

describe('the favourites', () => {
	it.each(favourites)('$name looks at columns that there are', ({ model, domain, context }) => {
		const named = [
			...context.group_by,
			...context.pivot_row_groupby,
			...context.pivot_column_groupby,
			...context.pivot_measures,
			...context.graph_groupbys,
			context.graph_measure,
		].map((column) => column.split(':')[0] ?? '');
		const compared = [...domain.matchAll(/\('(\w+)',/g)].map(([, column = '']) => column);
		const known = columnsOf(model);

		expect([...named, ...compared].filter((column) => !known.includes(column))).toEqual([]);
	});

	it('are those of a window about the same records', () => {
		const windows = blueprint(areas, odoo19).filter(
			({ model }) => model === 'ir.actions.act_window',
		);
		const modelOf = (name: string) =>
			windows.find((window) => window.name === name)?.values['res_model'];
		const shown = favourites.map(({ window }) =>
			modelOf(z.object({ ref: z.string() }).parse(window).ref),
		);

		expect(shown).toEqual(favourites.map(({ model }) => model));
	});

	it('are everybody’s, as each version of Odoo says it', () => {
		const ownersOf = (dialect: OdooDialect) => favouriteRecords(dialect)[0]?.onlyAtFirst;

		expect(ownersOf(odoo19)).toMatchObject({ user_ids: { refs: [] } });
		expect(ownersOf({ ...odoo19, filterOwnersField: 'user_id' })).toMatchObject({ user_id: '' });
	});

	it('are left to people once they are made', () => {
		const compared = favouriteRecords(odoo19).flatMap(({ values }) => Object.keys(values));
		expect(new Set(compared)).toEqual(new Set(['model_id']));
	});
});
