import { z } from 'zod';
import { eventTypes } from '../../domain/events/eventSection';
import { stepKinds, type StepKind, type TraceStep } from '../../domain/insights/processTrace';
import type { Language } from '../../domain/languages';
import { textsOf } from '../texts/textsOf';
import { detailOf } from '../trailSection';
import { wordsOf } from './words/wordsOf';

type OutboxKind = (typeof stepKinds)[number];

/** As much of what stands beside a step as is written out. */
const said = z.object({
	reason: z.string().nullish().catch(null),
	message: z.string().nullish().catch(null),
	text: z.string().nullish().catch(null),
	type: z.enum(eventTypes).nullish().catch(null),
	attempts: z.number().nullish().catch(null),
	executionId: z.string().nullish().catch(null),
});

/** What a step says: what happened, and what was said of it; the second may be empty. */
export interface StepWords {
	what: string;
	said: string;
}

export function stepWords({ kind, data }: TraceStep, language: Language): StepWords {
	const { reason, message, text, type, attempts, executionId } = said.parse(data);
	const { steps, events, attempts: attemptWords, columns } = wordsOf(language);
	if (!isOfOutbox(kind)) {
		const texts = textsOf(language);
		const what = texts.events[kind] + detailOf({ type: kind, data }, texts);
		return { what, said: reason ?? message ?? text ?? '' };
	}
	const details = [
		type && events[type],
		attempts && attemptWords(attempts),
		executionId && `${columns.execution} ${executionId}`,
	];
	return { what: steps[kind], said: details.filter(Boolean).join(', ') };
}

function isOfOutbox(kind: StepKind): kind is OutboxKind {
	return stepKinds.some((one) => one === kind);
}
