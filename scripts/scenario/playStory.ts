import { findLink } from './approverLink';
import { findMismatch } from './findMismatch';
import type { Act, OrderStory } from './OrderStory';
import { REDELIVERED_MS } from './redelivered';
import { type CaseRecord, type OrderRecord, readOrder } from './readOrder';
import { changeFirstLine, handIn, type Quotation, writeQuotation } from './salesDesk';
import type { Stage } from './Stage';
import { NeverHappenedError, until } from './until';
import { forgeWebhook, repeatWebhook } from './webhooks';

export interface PlayedOrder {
	story: OrderStory;
	/** As it is in Odoo when the story is over. */
	record: OrderRecord;
	seconds: number;
	/** Why the order did not end as its story says; `null` when it did. */
	failure: string | null;
	/** What n8n answered to webhooks that were no news. */
	duplicateIgnored: boolean;
	forgedRefused: boolean;
}

/** n8n looks for waits that are due once a minute. */
const escalationMs = 240_000;

/** Plays one order from the quotation to its end and reads it back. */
export async function playStory(stage: Stage, story: OrderStory): Promise<PlayedOrder> {
	const startedAt = Date.now();
	const order = await writeQuotation(stage, story);
	const seen = { duplicateIgnored: false, forgedRefused: false };

	let failure: string | null;
	try {
		await handInAs(stage, story, order);
		for (const act of story.acts) await playAct(stage, order, act, seen);
		failure = await waitForEnd(stage, story, order.id);
	} catch (error) {
		failure = error instanceof Error ? error.message : String(error);
	}
	return {
		story,
		record: await readOrder(stage.auditor, order.id),
		seconds: (Date.now() - startedAt) / 1000,
		failure,
		...seen,
	};
}

async function handInAs(stage: Stage, { handedIn }: OrderStory, order: Quotation): Promise<void> {
	if (handedIn === 'as usual') await handIn(stage, order);
	if (handedIn === 'while n8n is down')
		await stage.conductor.killAndRestart(async () => {
			await handIn(stage, order);
		});
}

async function waitForEnd(
	stage: Stage,
	story: OrderStory,
	orderId: number,
): Promise<string | null> {
	let mismatch: string | null = null;
	const look = async () => {
		mismatch = findMismatch(stage, story, await readOrder(stage.auditor, orderId));
		return mismatch === null ? true : undefined;
	};
	return await until('the order never ended', REDELIVERED_MS, look).then(
		() => null,
		() => mismatch,
	);
}

async function playAct(
	stage: Stage,
	order: Quotation,
	act: Act,
	seen: { duplicateIgnored: boolean; forgedRefused: boolean },
): Promise<void> {
	switch (act.do) {
		case 'answer':
			await answer(stage, order, act);
			break;
		case 'change':
			await change(stage, order, act);
			break;
		case 'let the time run out':
			await until(`${order.name} was never escalated`, escalationMs, async () => {
				const { cases } = await readOrder(stage.auditor, order.id);
				return (cases.at(-1)?.escalations ?? 0) > 0 ? true : undefined;
			});
			break;
		case 'repeat the webhook':
			seen.duplicateIgnored = await repeatWebhook(stage.conductor, order);
			break;
		case 'forge a webhook':
			seen.forgedRefused = await forgeWebhook(stage.conductor, order);
			break;
		case 'kill n8n':
			await waitUntilAsked(stage, order);
			await stage.conductor.killAndRestart();
	}
}

/** The change is over when the question it makes void is gone. */
async function change(
	stage: Stage,
	order: Quotation,
	{ line }: Extract<Act, { do: 'change' }>,
): Promise<void> {
	const { id } = await waitUntilAsked(stage, order);
	await changeFirstLine(stage, order, line);
	await until(`${order.name} changed, and nobody noticed`, REDELIVERED_MS, async () => {
		const { cases } = await readOrder(stage.auditor, order.id);
		return cases.some((one) => one.id === id && one.state === 'pending') ? undefined : true;
	});
}

async function answer(
	stage: Stage,
	order: Quotation,
	{ who, on, answer: given }: Extract<Act, { do: 'answer' }>,
): Promise<void> {
	const person = stage.people[who];
	const { id } = await waitUntilAsked(stage, order, person.id);
	if (on === 'odoo') {
		await stage.desk.decide(person, id, given);
		return;
	}
	const { status, heading } = await stage.pages.answer(await findLink(person, id), given);
	if (status !== 200)
		throw new NeverHappenedError(`The page answered ${String(status)}: ${heading}`);
}

/** Waits until the order has a case that somebody is asked about, and an execution waits for it. */
export async function waitUntilAsked(
	stage: Pick<Stage, 'auditor' | 'conductor'>,
	order: Quotation,
	approverId?: number,
): Promise<CaseRecord> {
	return await until(`nobody was asked about ${order.name}`, REDELIVERED_MS, async () => {
		const { cases } = await readOrder(stage.auditor, order.id);
		const open = cases.find(({ state }) => state === 'pending');
		const isAsked =
			approverId === undefined ? open !== undefined : open?.approverIds.includes(approverId);
		if (open === undefined || isAsked !== true) return undefined;
		return (await isWaitedFor(stage, open)) ? open : undefined;
	});
}

async function isWaitedFor(
	{ conductor: { api } }: Pick<Stage, 'conductor'>,
	{ executionId }: CaseRecord,
): Promise<boolean> {
	if (executionId === null) return false;
	return (await api.getExecution(executionId)).status === 'waiting';
}
