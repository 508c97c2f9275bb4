import type { Area } from '../../domain/areas/Area';
import type { OwnArea } from '../../domain/areas/ownArea/OwnArea';
import { decisions } from '../../domain/case/vocabulary';
import type { LedgerArea } from '../ledger/ledgerCode';
import { accessRecords } from './accessRules';
import { actionRecords } from './actions';
import { areaRecords, guardRecords } from './areaRecords';
import type { BlueprintRecord } from './BlueprintRecord';
import { favouriteRecords } from './favourites';
import { groupRecords } from './groups';
import { inLedger } from './ownAreas';
import { menuRecords, windowRecords } from './menus';
import { authorityModel, delegationModel } from './models/authorityModels';
import { blueprintModel } from './models/blueprintModel';
import { caseModel } from './models/caseModel';
import { decisionModel } from './models/decisionModel';
import { eventModel } from './models/eventModel';
import { fieldRecords, modelRecord, optionRecords } from './models/modelRecords';
import { outboxModel, subscriptionModel } from './models/outboxModels';
import type { OdooDialect } from './OdooDialect';
import { recordRules } from './recordRules';
import { caseViews } from './views/caseViews';
import { authorityViews } from './views/authorityViews';
import { eventViews } from './views/eventViews';
import { otherViews } from './views/otherViews';
import { outboxViews } from './views/outboxViews';

/** Rises with every change of what is provisioned that an installed one must take over. */
export const BLUEPRINT_VERSION = '9';

export interface BlueprintArea extends Pick<
	Area,
	'id' | 'label' | 'model' | 'modules' | 'trigger' | 'effects' | 'again' | 'guard'
> {
	/** Set for an area that does not come with the package. */
	own?: OwnArea;
}

/** Events come before cases, which list them in a field that needs the events' own. */
export const models = [
	eventModel,
	caseModel,
	subscriptionModel,
	outboxModel,
	decisionModel,
	delegationModel,
	authorityModel,
	blueprintModel,
];

/**
 * Everything there is in an Odoo that has our blueprint, in the order in which it can be made.
 * @param held ids of the areas whose records nobody may release past their approval
 */
export function blueprint(
	areas: readonly BlueprintArea[],
	dialect: OdooDialect,
	held: readonly string[] = [],
): BlueprintRecord[] {
	return [
		...models.map(modelRecord),
		...sortByNeed(models.flatMap(fieldRecords)),
		...models.flatMap(optionRecords),
		...groupRecords(dialect),
		...accessRecords(),
		...recordRules,
		...actionRecords(areas.map(ledgerArea), dialect),
		...areas.flatMap((area) => areaRecords(area, dialect)),
		...areas.filter(({ id }) => held.includes(id)).flatMap((area) => guardRecords(area, dialect)),
		...windowRecords,
		...caseViews,
		...eventViews,
		...outboxViews,
		...otherViews,
		...authorityViews,
		...menuRecords(dialect),
		...favouriteRecords(dialect),
	];
}

/** Marks of fields that Odoo makes only when it has those that they are reckoned or taken from. */
const leaning = ['compute', 'selection', 'related'];

/** Fields that stand for themselves, then those that lean on others, alike beside alike. */
function sortByNeed(fields: readonly BlueprintRecord[]): BlueprintRecord[] {
	const need = ({ values }: BlueprintRecord) => leaning.findLastIndex((mark) => mark in values);
	return fields.toSorted((left, right) => need(left) - need(right));
}

function ledgerArea(area: BlueprintArea): LedgerArea {
	const { id, label, model, effects, again, trigger, own } = area;
	const methods = [effects, again?.effects ?? effects].flatMap((some) =>
		decisions.flatMap((decision) => {
			const { method } = some[decision];
			return method === null ? [] : [{ decision, method }];
		}),
	);
	const release = effects.approved.method ?? '';
	const ledgerArea = { id, label, model, methods, domain: trigger.domain, release };
	return own ? { ...ledgerArea, own: inLedger(own, effects) } : ledgerArea;
}
