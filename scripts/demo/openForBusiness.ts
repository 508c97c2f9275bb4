import { createInterface } from 'node:readline';
import { N8nApi } from '../real/N8nApi';
import { findLink } from '../scenario/approverLink';
import type { OdooSide } from '../scenario/OdooSide';
import type { OpenStage } from '../scenario/openStage';
import type { OrderStory } from '../scenario/OrderStory';
import { orders } from '../scenario/orders';
import { type CaseRecord, type OrderRecord, readOrder } from '../scenario/readOrder';
import { handIn, writeQuotation } from '../scenario/salesDesk';
import { until } from '../scenario/until';
import { sendable, sendableList } from './usage';

/** The order that waits for somebody when the demo opens. */
const firstOrder = 'thin';

/** Sends an order that waits, says where everything is, and takes further orders from the keyboard. */
export async function openForBusiness(
	stage: OpenStage,
	odoo: OdooSide,
	closing: Promise<void>,
): Promise<void> {
	const { n8n, workflows } = stage.conductor;
	const { email, password } = N8nApi.owner;
	say(`
  n8n editor   ${n8n.url}/workflow/${workflows.orderRelease}
               ${email} / ${password}
  Odoo         ${odoo.url}${odoo.isSetUp ? '\n               a sandbox, in which approvals are set up already' : ''}
`);
	await sendOrder(stage, firstOrder);
	say(`
Open the link to decide. Type a name and press Enter to send another order; Ctrl-C ends everything.

${sendableList}
`);
	const lines = createInterface({ input: process.stdin });
	lines.on('line', (line) => {
		if (line.trim() !== '') void sendOrder(stage, line.trim()).catch(complain);
	});
	await closing;
	lines.close();
}

async function sendOrder(stage: OpenStage, id: string): Promise<void> {
	const story = orders.find((one) => one.id === id);
	if (story === undefined || !(id in sendable)) {
		say(`There is no order "${id}".`);
		return;
	}
	const quotation = await writeQuotation(stage, story);
	await handIn(stage, quotation);
	say(`${quotation.name}  ${sendable[id] ?? ''}`);
	await reportOn(stage, story, quotation.id);
}

/** Says what became of the order, or who is asked and at which address. */
async function reportOn(stage: OpenStage, story: OrderStory, orderId: number): Promise<void> {
	const look = async () => {
		const record = await readOrder(stage.auditor, orderId);
		return record.cases.length > 0 ? record : undefined;
	};
	const record = await until(`Nothing happened about "${story.title}"`, 60_000, look);
	const open = record.cases.find(({ state }) => state === 'pending');
	if (open === undefined) say(ended(record));
	else await showLinks(stage, record, open);
}

function ended({ name, state, cases }: OrderRecord): string {
	const last = cases.at(-1);
	return `${name}  ${last?.state ?? ''} by ${last?.decidedBy?.name ?? 'policy'}; in Odoo it is "${state}"`;
}

async function showLinks(stage: OpenStage, { name }: OrderRecord, open: CaseRecord): Promise<void> {
	const approvers = Object.values(stage.people).filter(({ id }) => open.approverIds.includes(id));
	for (const approver of approvers) {
		const link = await findLink(approver, open.id);
		say(`${name}  waits for ${approver.name}:\n         ${link}`);
	}
}

function complain(error: unknown): void {
	say(error instanceof Error ? error.message : String(error));
}

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}
