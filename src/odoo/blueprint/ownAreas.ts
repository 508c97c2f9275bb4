import type { Effects } from '../../domain/areas/Area';
import { leaveIt } from '../../domain/areas/effectsOn';
import type { OwnArea, OwnEffect } from '../../domain/areas/ownArea/OwnArea';
import type { Effect } from '../../domain/case/commands';
import { decisions, type Decision } from '../../domain/case/vocabulary';
import { findDomainProblems } from '../../domain/events/findDomainProblems';
import type { ModelFields } from '../../domain/events/modelFields';
import { isProgram, type OwnInLedger } from '../ledger/ledgerCode';
import type { BlueprintArea } from './blueprint';
import { toPython } from './readCode';

/** An area of the house's own as the blueprint takes areas. */
export function fromOwnArea(own: OwnArea): BlueprintArea {
	const { id, label, model, domain, fields, hold } = own;
	const effects = Object.fromEntries(
		decisions.map((decision) => [decision, effectOf(own.effects[decision], { id, decision })]),
	) as Effects;
	const guard = hold && {
		domain: toPython(hold),
		fields: [
			...new Set(hold.flatMap((part) => (typeof part === 'string' ? [] : firstField(part[0])))),
		],
		hasOwnGate: false,
	};
	return {
		...{ id, label, model, modules: [], again: null, guard, effects, own },
		trigger: { domain: toPython(domain), fields },
	};
}

/** What the ledger has to know of such an area, since nobody else tells it. */
export function inLedger(
	{ asks, fields, effects: described }: OwnArea,
	effects: Effects,
): OwnInLedger {
	const writes = decisions.flatMap((decision) => {
		const effect = described[decision];
		const { method } = effects[decision];
		if (effect.kind !== 'set' || method === null) return [];
		return [[method, { [effect.field]: effect.value }] as const];
	});
	return { asks, fields, effects, writes: Object.fromEntries(writes) };
}

/** What this Odoo does not have of all that an area names: one sentence for each fault. */
export function findOwnAreaProblems(
	{ domain, fields: watched, hold, effects }: OwnArea,
	fields: ModelFields,
): string[] {
	const set = decisions.flatMap((decision) => namedBy(effects[decision]));
	const unknown = [...watched, ...set].filter((name) => !fields.has(name));
	const unstored = watched.filter((name) => fields.get(name)?.isStored === false);
	const taken = decisions.flatMap((decision) => {
		const effect = effects[decision];
		return effect.kind === 'call' && isProgram(effect.method) ? [effect.method] : [];
	});
	return [
		...taken.map(
			(name) => `"${name}" is what an area of the package does; name a method of the model`,
		),
		...[...new Set(unknown)].map((name) => `The model has no field "${name}"`),
		...unstored.map((name) => `"${name}" is computed and never saved, so it cannot be watched`),
		...findDomainProblems(domain, fields),
		...findDomainProblems(hold ?? [], fields),
	];
}

function namedBy(effect: OwnEffect): string[] {
	if (effect.kind === 'set') return [effect.field];
	return effect.kind === 'call' && effect.expect ? [effect.expect.field] : [];
}

function effectOf(effect: OwnEffect, of: { id: string; decision: Decision }): Effect {
	switch (effect.kind) {
		case 'leave':
			return leaveIt;
		case 'call':
			return { method: effect.method, context: {}, expect: effect.expect };
		case 'set':
			return { method: `set_${of.id}_${of.decision}`, context: {}, expect: null };
		case 'put_back':
			return { method: 'put_back', context: {}, expect: null };
	}
}

function firstField(path: string): string {
	return path.split('.')[0] ?? path;
}
