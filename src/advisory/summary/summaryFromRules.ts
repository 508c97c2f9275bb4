import type { AdviceSection, Claim, Urgency } from '../../domain/advice/adviceSection';
import { isAssured } from '../../domain/advice/adviceProfile';
import { formatValue } from '../../domain/formatValue';
import { fillReason } from '../../domain/policy/fillReason';
import type { PolicyResult } from '../../domain/policy/policyResult';
import { inWords } from '../../domain/inWords';
import type { Language } from '../../domain/languages';
import { chiefCause } from './chiefCause';
import { keyFigure, keyFacts } from './keyFigures';
import type { Phrases } from './phrases/Phrases';
import { phrasesOf } from './phrases/phrasesOf';
import { factLabel, type AreaDescription, type SummarizedCase } from './SummarizedCase';

/** Reasons that a summary tells in full; the points hold all of them. */
const mostReasons = 4;

/**
 * The summary that needs no model: the same case always gives the same words.
 *
 * @param fallbackReason why no model was asked, or why its answer is not used
 */
export function summaryFromRules(
	file: SummarizedCase,
	area: AreaDescription,
	language: Language,
	fallbackReason: string,
): AdviceSection {
	const phrases = phrasesOf(language);
	const { policy } = file;
	const cites = policy.rules.map(({ id }) => `rule:${id}`);
	const cause = chiefCause(file, phrases);
	return {
		source: 'rules',
		summary: summaryOf(file, area, phrases),
		summaryCites: ['record', ...cites, ...policy.missingFacts.map((name) => `missing:${name}`)],
		cause,
		points: pointsOf(file, area, phrases),
		keyFigures: keyFacts(file).map((name) => keyFigure(name, file, area)),
		urgency: urgencyOf(policy),
		category: area.profile.category,
		suggestion: suggestionOf(policy, area, phrases),
		narrative: {
			text: [
				summaryOf(file, area, phrases, policy.rules.length),
				...(cause ? [cause.text] : []),
				phrases.policy({ id: policy.id, version: policy.version, rules: policy.rules.length }),
				...(policy.role === null ? [] : [phrases.asks(inWords(policy.role).toLowerCase())]),
			].join(' '),
			cites: ['record', ...cites],
		},
		confidence: null,
		uncertain: false,
		language,
		fallbackReason,
		model: null,
		promptVersion: null,
		promptHash: null,
		tokens: null,
		usage: null,
	};
}

function summaryOf(
	{ record, policy, requester }: SummarizedCase,
	area: AreaDescription,
	phrases: Phrases,
	most = mostReasons,
): string {
	const { amount, currency, name } = record;
	const reasons = policy.rules.slice(0, most).map(({ reason }) => sentence(reason));
	const left = policy.rules.length - reasons.length;
	const unknown = policy.missingFacts.map((fact) => factLabel(area, fact));
	return [
		phrases.asked({
			matter: area.label,
			record: name,
			amount: amount === null ? null : formatValue(amount, 'money', currency),
			requester: requester?.user.name ?? null,
		}),
		...(policy.sampled ? [phrases.sampled] : outcomeWords(policy, phrases, unknown.length > 0)),
		...reasons,
		...(left > 0 ? [phrases.more(left)] : []),
		...(unknown.length > 0 ? [phrases.unknown(unknown.join(', '))] : []),
	].join(' ');
}

/** When nothing but missing facts keeps a case from being approved, they are all there is to say. */
function outcomeWords({ outcome, rules }: PolicyResult, phrases: Phrases, isUnknown: boolean) {
	const isExplained = rules.length === 0 && isUnknown;
	return isExplained ? [] : [phrases.outcome[outcome](rules.length > 0)];
}

function pointsOf(
	{ facts, policy }: SummarizedCase,
	area: AreaDescription,
	phrases: Phrases,
): AdviceSection['points'] {
	const { assurances } = area.profile;
	const { shadow } = policy;
	return [
		...policy.rules.map(({ id, reason, conditions }) => ({
			kind: 'against' as const,
			text: sentence(reason),
			cites: [`rule:${id}`, ...new Set(conditions.map(({ fact }) => `fact:${fact}`))],
		})),
		...assurances
			.filter((assurance) => isAssured(assurance, facts))
			.map(({ fact, text }) => ({
				kind: 'for' as const,
				text: sentence(fillReason(text, facts, area.facts)),
				cites: [`fact:${fact}`],
			})),
		...policy.nearMisses.map(({ ruleId, fact, sentence: words }) => ({
			kind: 'anomaly' as const,
			text: sentence(words),
			cites: [`nearMiss:${ruleId}`, `fact:${fact}`],
		})),
		...(shadow && !shadow.agrees
			? [{ kind: 'anomaly' as const, text: phrases.shadow(shadow.sentence), cites: ['shadow'] }]
			: []),
		...policy.missingFacts.map((fact) => ({
			kind: 'question' as const,
			text: phrases.ask(factLabel(area, fact)),
			cites: [`missing:${fact}`],
		})),
	];
}

/** By what the policy says: how high it goes, and how fast it wants it. */
function urgencyOf({ outcome, slaClass, sampled }: PolicyResult): Urgency {
	if (sampled) return 'low';
	const isFast = /urgent|critical|express|rush|immediate/i.test(slaClass);
	const isHigh = outcome === 'escalate';
	if (isFast && isHigh) return 'critical';
	return isFast || isHigh ? 'high' : 'normal';
}

function suggestionOf(
	{ missingFacts, sampled, outcome, role, rules }: PolicyResult,
	area: AreaDescription,
	{ steps }: Phrases,
): AdviceSection['suggestion'] {
	const missing = missingFacts.map((fact) => factLabel(area, fact)).join(', ');
	const cites = [
		...missingFacts.map((fact) => `missing:${fact}`),
		...rules.map(({ id }) => `rule:${id}`),
	];
	const about = (text: string): Claim => ({ text, cites });
	if (missing !== '') return { action: 'investigate', role, ...about(steps.findOut(missing)) };
	if (sampled) return { action: null, role, ...about(steps.review) };
	const isDecided = outcome === 'auto_approve' || outcome === 'reject';
	if (isDecided) return { action: null, role: null, ...about(steps.nothing) };
	return { action: null, role, ...about(steps.decide(role && inWords(role).toLowerCase())) };
}

function sentence(text: string): string {
	return text.replace(/[.!?]?$/, (end) => end || '.');
}
