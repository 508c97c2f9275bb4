import type { AdviceSection } from '../../domain/advice/adviceSection';
import { formatValue } from '../../domain/formatValue';
import { factLabel, type AreaDescription, type SummarizedCase } from './SummarizedCase';

/** Names of the facts that a case turned on: those compared by rules, then those that came close. */
export function keyFacts({ policy }: SummarizedCase): string[] {
	const compared = policy.rules.flatMap(({ conditions }) => conditions);
	return [...new Set([...compared, ...policy.nearMisses].map(({ fact }) => fact))].slice(0, 8);
}

/** A fact as people read it. Its value comes from the facts, whoever found it worth showing. */
export function keyFigure(
	name: string,
	{ facts, record }: SummarizedCase,
	area: AreaDescription,
): AdviceSection['keyFigures'][number] {
	const unit = area.facts[name]?.unit;
	return {
		fact: name,
		label: factLabel(area, name),
		value: formatValue(facts[name], unit, record.currency),
	};
}
