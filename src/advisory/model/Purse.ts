import { z } from 'zod';
import type { Usage } from '../../domain/advice/adviceSection';
import { BudgetSpentError } from '../errors';
import type { Answer, LanguageModel, Question } from './LanguageModel';

/** What one execution may spend on models; `null` is no limit. */
export interface Limits {
	requests: number;
	milliseconds: number;
	tokens: number | null;
	/** In the currency of the prices. */
	cost: number | null;
}

export interface Prices {
	/** For a million tokens read. */
	input: number;
	/** For a million tokens written. */
	output: number;
	/** ISO 4217 code. */
	currency: string;
}

const amount = z.number().nonnegative().default(0);

/** What was spent, and what was answered; n8n keeps it with the execution. */
export const purseContentSchema = z
	.object({
		requests: amount,
		inputTokens: amount,
		outputTokens: amount,
		milliseconds: amount,
		/** Answers that could be used, by the hash of their question. */
		answers: z.record(z.object({ text: z.string(), model: z.string() })).default({}),
	})
	.default({});
export type PurseContent = z.infer<typeof purseContentSchema>;

/** More would make an execution's data heavy. */
const mostAnswers = 50;

/** Pays for questions to models out of what an execution may spend, and remembers the answers. */
export class Purse {
	constructor(
		/** Changed in place. */
		private readonly content: PurseContent,
		private readonly limits: Limits,
		private readonly prices: Prices | null,
		/** Milliseconds of a clock that never goes back. */
		private readonly clock: () => number,
	) {}

	/**
	 * @throws {BudgetSpentError} before anything is asked
	 * @throws whatever the model throws; its time counts all the same
	 */
	async ask(model: LanguageModel, question: Question): Promise<Answer> {
		this.assertFilled();
		const startedAt = this.clock();
		this.content.requests += 1;
		try {
			const answer = await model.ask(question);
			this.content.inputTokens += answer.tokens?.input ?? 0;
			this.content.outputTokens += answer.tokens?.output ?? 0;
			return answer;
		} finally {
			this.content.milliseconds += Math.round(this.clock() - startedAt);
		}
	}

	recall(hash: string): { text: string; model: string } | null {
		return Object.hasOwn(this.content.answers, hash) ? (this.content.answers[hash] ?? null) : null;
	}

	remember(hash: string, { text, model }: Pick<Answer, 'text' | 'model'>): void {
		const { answers } = this.content;
		if (Object.keys(answers).length < mostAnswers) answers[hash] = { text, model };
	}

	/** What was spent so far; the difference of two of them is what happened in between. */
	spent(): Usage {
		const { requests, inputTokens, outputTokens, milliseconds } = this.content;
		const { prices } = this;
		const cost = prices && (inputTokens * prices.input + outputTokens * prices.output) / 1_000_000;
		const currency = prices?.currency ?? null;
		return { requests, inputTokens, outputTokens, milliseconds, cost, currency };
	}

	private assertFilled(): void {
		const { requests, milliseconds, inputTokens, outputTokens, cost } = this.spent();
		const { limits } = this;
		const used = [
			requests >= limits.requests && `${limits.requests} requests`,
			milliseconds >= limits.milliseconds && `${limits.milliseconds / 1000} s`,
			limits.tokens !== null &&
				inputTokens + outputTokens >= limits.tokens &&
				`${limits.tokens} tokens`,
			limits.cost !== null && cost !== null && cost >= limits.cost && 'the cost allowed',
		].find((limit) => limit !== false);
		if (used === undefined) return;
		throw new BudgetSpentError(`This execution has used what it may spend on models: ${used}.`);
	}
}

/** What was spent between two moments. */
export function spentBetween(before: Usage, after: Usage): Usage {
	return {
		requests: after.requests - before.requests,
		inputTokens: after.inputTokens - before.inputTokens,
		outputTokens: after.outputTokens - before.outputTokens,
		milliseconds: after.milliseconds - before.milliseconds,
		cost: after.cost === null ? null : Number((after.cost - (before.cost ?? 0)).toFixed(6)),
		currency: after.currency,
	};
}
