import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Usage } from '../../domain/advice/adviceSection';
import { canonicalJson } from '../../domain/canonicalJson';
import { AdviceUnfitError } from '../errors';
import { faultSentences, type Fault } from './Fault';
import { jsonSchemaOf } from './jsonSchemaOf';
import type { Answer, LanguageModel, Turn } from './LanguageModel';
import { spentBetween, type Purse } from './Purse';

/** Something that a model is asked to write. */
export interface Task<Shape extends z.ZodTypeAny> {
	/** Name of the shape, for servers that want one. */
	name: string;
	shape: Shape;
	system: string;
	user: string;
	/** Everything that is wrong with an answer of the right shape. */
	findFaults(answer: z.infer<Shape>): Fault[];
}

export interface Asked<T> {
	answer: T;
	/** Name under which the server answered. */
	model: string;
	/** SHA-256 (hex) of everything the model was told. */
	promptHash: string;
	usage: Usage;
}

/** Longer answers are not worth sending back. */
const mostRepaired = 8_000;

/**
 * Asks a model to write something, checks what it wrote, and lets it mend its faults once. The same
 * question within an execution is asked once.
 *
 * @throws {ModelUnavailableError | AdviceUnfitError | BudgetSpentError} nothing that could be used
 */
export async function askFor<Shape extends z.ZodTypeAny>(
	task: Task<Shape>,
	model: LanguageModel,
	purse: Purse,
): Promise<Asked<z.infer<Shape>>> {
	const before = purse.spent();
	const schema = jsonSchemaOf(task.shape);
	const turns: Turn[] = [
		{ role: 'system', text: `${task.system}\n\n${instructionFor(schema)}` },
		{ role: 'user', text: task.user },
	];
	const promptHash = createHash('sha256')
		.update(canonicalJson({ model: model.id, turns }))
		.digest('hex');
	const ask = async (said: readonly Turn[]) =>
		await purse.ask(model, { turns: said, name: task.name, schema });

	const first = purse.recall(promptHash) ?? (await ask(turns));
	const { answer, faults } = read(task, first);
	if (faults.length === 0) return finish(first, answer);
	const second = await ask([...turns, ...repairTurns(first, faults)]);
	const repaired = read(task, second);
	const [fault] = repaired.faults;
	if (fault) throw new AdviceUnfitError(faultSentences[fault.kind]);
	return finish(second, repaired.answer);

	function finish(given: Pick<Answer, 'text' | 'model'>, answer: z.infer<Shape>) {
		purse.remember(promptHash, given);
		return { answer, model: given.model, promptHash, usage: spentBetween(before, purse.spent()) };
	}
}

function instructionFor(schema: Record<string, unknown>): string {
	return `Answer with one JSON object and nothing else. Its JSON Schema:\n${JSON.stringify(schema)}`;
}

function repairTurns({ text }: Pick<Answer, 'text'>, faults: readonly Fault[]): Turn[] {
	const list = faults.slice(0, 12).map(({ detail }) => `- ${detail}`);
	return [
		{ role: 'assistant', text: text.slice(0, mostRepaired) },
		{
			role: 'user',
			text: `This cannot be used:\n${list.join('\n')}\nAnswer again with the whole JSON object, mended.`,
		},
	];
}

/** What stands in an answer. It is of the right shape, and of use, only where there are no faults. */
function read<Shape extends z.ZodTypeAny>(
	{ shape, findFaults }: Task<Shape>,
	{ text }: Pick<Answer, 'text'>,
): { answer: z.infer<Shape>; faults: Fault[] } {
	const parsed = shape.safeParse(parseJson(text));
	if (!parsed.success) {
		const faults = parsed.error.issues.map(({ path, message }): Fault => {
			return { kind: 'shape', detail: `${path.join('.') || 'the answer'}: ${message}` };
		});
		return { answer: null, faults };
	}
	const answer = parsed.data as z.infer<Shape>;
	return { answer, faults: findFaults(answer) };
}

/** Some models think aloud first or put JSON between marks; what counts is the one object. */
function parseJson(text: string): unknown {
	const spoken = text.replace(/^[\s\S]*<\/think>/, '');
	const object = spoken.slice(spoken.indexOf('{'), spoken.lastIndexOf('}') + 1);
	try {
		return JSON.parse(object);
	} catch {
		return null;
	}
}
