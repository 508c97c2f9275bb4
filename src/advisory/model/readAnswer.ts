import { z } from 'zod';
import { AdviceUnfitError } from '../errors';
import type { Answer } from './LanguageModel';

/** Characters above which an answer is no advice. */
const mostCharacters = 100_000;

const count = z.number().int().nonnegative();

/** What chat models answer with: one text, or parts of which some are text. */
const contentSchema = z
	.union([
		z.string(),
		z.array(z.object({ type: z.string().default('text'), text: z.unknown() }).passthrough()),
	])
	.nullish()
	.transform((content) => {
		if (typeof content === 'string') return content;
		// Beside text, some put out what they thought.
		const texts = (content ?? []).filter(({ type }) => type.endsWith('text'));
		return texts.map(({ text }) => (typeof text === 'string' ? text : '')).join('');
	});

const chatSchema = z.object({
	model: z.string().optional(),
	choices: z
		.array(
			z.object({
				finish_reason: z.string().nullish(),
				message: z.object({ content: contentSchema, refusal: z.string().nullish() }),
			}),
		)
		.min(1),
	usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish().catch(null),
});

const responsesSchema = z.object({
	model: z.string().optional(),
	status: z.string().nullish(),
	incomplete_details: z.object({ reason: z.string().optional() }).nullish(),
	output: z.array(
		z.object({
			type: z.string(),
			content: z
				.array(z.object({ text: z.string().optional(), refusal: z.string().optional() }))
				.nullish()
				.catch(null),
		}),
	),
	usage: z.object({ input_tokens: count, output_tokens: count }).nullish().catch(null),
});

const messageSchema = z.object({
	content: contentSchema,
	usage_metadata: z.object({ input_tokens: count, output_tokens: count }).nullish().catch(null),
	response_metadata: z
		.object({
			model_name: z.string().optional(),
			model: z.string().optional(),
			finish_reason: z.string().nullish(),
		})
		.catch({}),
});

/** @throws {AdviceUnfitError} */
export function readChatAnswer(given: unknown, asked: string): Answer {
	const parsed = chatSchema.safeParse(given);
	const choice = parsed.data?.choices[0];
	if (!parsed.success || !choice) throw new AdviceUnfitError('The answer held no text of a model.');
	const { model = asked, usage } = parsed.data;
	const { message, finish_reason: ending } = choice;
	assertWhole({ isRefused: Boolean(message.refusal), ending });
	return {
		text: bounded(message.content),
		model,
		tokens: usage ? { input: usage.prompt_tokens, output: usage.completion_tokens } : null,
	};
}

/** @throws {AdviceUnfitError} */
export function readResponsesAnswer(given: unknown, asked: string): Answer {
	const parsed = responsesSchema.safeParse(given);
	if (!parsed.success) throw new AdviceUnfitError('The answer held no text of a model.');
	const { model = asked, usage, output, incomplete_details: incomplete } = parsed.data;
	const parts = output
		.filter(({ type }) => type === 'message')
		.flatMap(({ content }) => content ?? []);
	const isRefused = parts.some(({ refusal }) => refusal !== undefined);
	assertWhole({ isRefused, ending: incomplete?.reason });
	return {
		text: bounded(parts.map(({ text }) => text ?? '').join('')),
		model,
		tokens: usage ? { input: usage.input_tokens, output: usage.output_tokens } : null,
	};
}

/** What n8n's Chat Model nodes answer with. @throws {AdviceUnfitError} */
export function readMessage(given: unknown, asked: string): Answer {
	const parsed = messageSchema.safeParse(given);
	if (!parsed.success) throw new AdviceUnfitError('The answer held no text of a model.');
	const { content, usage_metadata: usage, response_metadata: about } = parsed.data;
	assertWhole({ isRefused: false, ending: about.finish_reason });
	return {
		text: bounded(content),
		model: about.model_name ?? about.model ?? asked,
		tokens: usage ? { input: usage.input_tokens, output: usage.output_tokens } : null,
	};
}

interface Ending {
	isRefused: boolean;
	ending?: string | null | undefined;
}

function assertWhole({ isRefused, ending }: Ending): void {
	if (isRefused || ending === 'content_filter') {
		throw new AdviceUnfitError('The model refused to give advice.');
	}
	if (ending === 'length' || ending === 'max_output_tokens') {
		throw new AdviceUnfitError('The answer of the model was cut off.');
	}
}

function bounded(text: string): string {
	if (text.length <= mostCharacters) return text;
	throw new AdviceUnfitError('The answer of the model was far too long.');
}
