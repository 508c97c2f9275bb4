import type { AreaDescription } from '../../../../src/advisory/summary/SummarizedCase';
import type { AdviceProfile } from '../../../../src/domain/advice/adviceProfile';
import { unknownProfile } from '../../../../src/domain/advice/adviceProfile';
import type { FactDeclaration } from '../../../../src/domain/areas/Area';
import type { Facts } from '../../../../src/domain/case/caseFile';
import type { Policy, Rule } from '../../../../src/domain/policy/policy';

export interface GoldenCase {
	/** What is the matter, in a few words. */
	title: string;
	record: string;
	requester: string;
	amount: number | null;
	facts: Facts;
}

/** An area as a distributor would have it, with cases of its daily work. */
export interface GoldenArea {
	/** Name of the file that the reviewed summaries stand in. */
	file: string;
	description: AreaDescription;
	policy: Policy;
	cases: readonly GoldenCase[];
}

interface Sketch {
	file: string;
	label: string;
	category: AdviceProfile['category'];
	facts: Record<string, FactDeclaration>;
	rules: Rule[];
	/** Who is asked when nothing but a missing fact stops a case. */
	role: string;
	byDefault?: Policy['default']['outcome'];
	sampling?: Policy['sampling'];
	assurances?: AdviceProfile['assurances'];
	cases: readonly GoldenCase[];
}

export function goldenArea(sketch: Sketch): GoldenArea {
	const { file, label, category, facts, rules, role, sampling } = sketch;
	const declared = { ...facts, currency: { type: 'string' as const, label: 'Currency' } };
	return {
		file,
		description: {
			label,
			facts: declared,
			profile: { ...unknownProfile, category, assurances: sketch.assurances ?? [] },
		},
		policy: {
			id: file,
			version: '1',
			area: file.replaceAll('-', '_'),
			currency: 'company',
			facts: declared,
			rules,
			default: { outcome: sketch.byDefault ?? 'auto_approve', role, slaClass: 'standard' },
			...(sampling && { sampling }),
			examples: [],
		},
		cases: sketch.cases,
	};
}

/** A case of a company that keeps its books in euros. */
export function goldenCase(
	title: string,
	record: string,
	requester: string,
	amount: number | null,
	facts: Facts,
): GoldenCase {
	return { title, record, requester, amount, facts: { currency: 'EUR', ...facts } };
}

export const money = (label: string): FactDeclaration => ({ type: 'number', unit: 'money', label });
export const percent = (label: string): FactDeclaration => ({ type: 'number', unit: '%', label });
export const days = (label: string): FactDeclaration => ({ type: 'number', unit: 'days', label });
export const count = (label: string): FactDeclaration => ({ type: 'number', label });
export const yesNo = (label: string): FactDeclaration => ({ type: 'boolean', label });
export const text = (label: string): FactDeclaration => ({ type: 'string', label });
