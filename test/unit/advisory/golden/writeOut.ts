import type { AdviceSection } from '../../../../src/domain/advice/adviceSection';

/** A summary as people read it, for the files that were read through. */
export function writeOut(title: string, advice: AdviceSection): string {
	const { summary, cause, points, keyFigures, suggestion, urgency, narrative } = advice;
	return [
		`## ${title}`,
		'',
		summary,
		'',
		`Cause: ${cause?.text ?? 'not known'}`,
		...points.map(({ kind, text }) => `- ${kind}: ${text}`),
		`Figures: ${keyFigures.map(({ label, value }) => `${label} ${value}`).join('; ') || 'none'}`,
		`Next: ${suggestion?.text ?? 'nothing'}`,
		`Urgency: ${urgency ?? 'not known'}`,
		`Story: ${narrative?.text ?? 'none'}`,
		'',
	].join('\n');
}
