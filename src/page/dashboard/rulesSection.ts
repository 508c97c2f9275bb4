import type { RuleFigures } from '../../domain/insights/figuresFrom';
import { html, type SafeHtml } from '../html';
import { bar, sheet } from '../sheet';
import type { DashboardSetting } from './DashboardSetting';
import { formatCount, formatShare } from './formatFigures';
import { part } from './parts';

const MOST_LISTED = 10;

/** Which rules ask for nothing: what they ask about is approved all the same. */
export function rulesSection({ figures, reader, texts }: DashboardSetting): SafeHtml {
	const { language } = reader;
	const { rules } = texts;
	const overridden = figures.rules
		.filter(({ decided }) => decided > 0)
		.sort(mostOverridden)
		.slice(0, MOST_LISTED);
	if (overridden.length === 0) return part(rules.heading, html`<p>${rules.none}</p>`);
	return part(
		rules.heading,
		html`${sheet(
				[
					{ label: rules.rule, isText: true },
					{ label: rules.policy, isText: true },
					{ label: rules.decided },
					{ label: rules.overridden },
				],
				overridden.map(({ policy, rule, decided, overrideShare }) => [
					rule ?? rules.byDefault,
					policy,
					formatCount(decided, language),
					html`<span
						>${formatShare(overrideShare, language)}${overrideShare !== null && bar(100 * overrideShare)}</span
					>`,
				]),
			)}
			<p class="small muted">${rules.note}</p>`,
	);
}

function mostOverridden(left: RuleFigures, right: RuleFigures): number {
	return right.approved - left.approved || left.decided - right.decided;
}
