import { z } from 'zod';
import type { CaseView } from '../../domain/case/caseView';
import type { CommandResults } from '../../domain/case/commandResults';
import { reasonCodes } from '../../domain/case/reasonCodes';
import { decisions, type Channel } from '../../domain/case/vocabulary';
import { isFormOf } from '../../domain/links/links';
import { casePage } from '../../page/approvalPage';
import type { FormFault } from '../../page/decisionForm';
import {
	asideNotice,
	endedNotice,
	refusalNotice,
	thanksNotice,
	type Notice,
} from '../../page/notices';
import type { Texts } from '../../page/texts/Texts';
import { textsOf } from '../../page/texts/textsOf';
import type { ApproverReply } from './answerApprover';
import { linkFor } from './approverLinks';
import { RequestUnreadableError } from './Reply';
import { sendLinks } from './sendLinks';
import { showCase, type Visit } from './Visit';

/** An empty choice is none. */
const chosen = <Schema extends z.ZodTypeAny>(schema: Schema) =>
	z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const formSchema = z.object({
	token: z.unknown(),
	decision: z.enum([...decisions, 'abstained', 'forwarded']).optional(),
	reasonCode: chosen(z.enum(reasonCodes)),
	reason: z.string().trim().max(2000).default(''),
	to: chosen(z.coerce.number().int().positive()),
	note: z.string().trim().max(2000).default(''),
});
type Form = z.infer<typeof formSchema>;

/** Has the ledger judge what an approver sent; a form that lacks something is shown again. */
export async function takeAnswer(
	visit: Visit,
	body: unknown,
	channel: Channel,
): Promise<ApproverReply> {
	const parsed = formSchema.safeParse(body);
	if (!parsed.success) throw new RequestUnreadableError('The form could not be read');
	const form = parsed.data;
	const { claims, keys, reader } = visit;
	const fault = isFormOf(claims, form.token, keys.accepted, reader.now)
		? faultOf(form, textsOf(reader.language))
		: textsOf(reader.language).faults.formStale;
	return fault === null ? await judge(visit, form, channel) : again(visit, form, fault);
}

/** What is missing before the ledger would take it. */
function faultOf({ decision, reason, reasonCode, to }: Form, { faults }: Texts): string | null {
	if (decision === undefined) return faults.decisionMissing;
	if (decision === 'forwarded') return to === undefined ? faults.forwardMissing : null;
	const needsReason = decision === 'rejected' || decision === 'sent_back';
	if (needsReason && reason === '') return faults.reasonMissing;
	const lacksCode = decision === 'rejected' && reasonCode === undefined;
	return lacksCode ? faults.reasonCodeMissing : null;
}

async function judge(visit: Visit, form: Form, channel: Channel): Promise<ApproverReply> {
	const { reader, ledger, keys, claims } = visit;
	const answer = await say(visit, form, channel);
	// The next step has begun: its people are asked at once, and not when the time is up.
	if (answer.case.step > claims.step)
		await sendLinks(ledger, answer.case, keys.current, claims.exp);
	const notice =
		answer.status === 'recorded'
			? thanks(visit, form, answer.case)
			: refusal(visit, answer.case, answer.code);
	const html = casePage(answer.case, reader, notice);
	return { status: notice.status, html, judged: answer.case };
}

async function say(visit: Visit, form: Form, channel: Channel): Promise<CommandResults['vote']> {
	const { ledger, claims } = visit;
	const { decision, to = 0, note } = form;
	const { case: caseId, actor: actorId, step, round } = claims;
	const asked = { caseId, actorId, step, round, channel };
	const aside = { ...asked, reason: note || null };
	if (decision === 'abstained')
		return await ledger.execute<'abstain'>({ command: 'abstain', ...aside });
	if (decision === 'forwarded') {
		const link = linkToForward(visit, to);
		return await ledger.execute<'forward'>({ command: 'forward', ...aside, toId: to, link });
	}
	if (decision === undefined) throw new RequestUnreadableError('Nothing was decided');
	const grounds = groundsOf(form);
	return await ledger.execute<'vote'>({ command: 'vote', ...asked, decision, ...grounds });
}

/** Approving is one press; what stands in the folded part was not meant. */
function groundsOf({ decision, reason, reasonCode }: Form) {
	return decision === 'approved'
		? { reason: null, reasonCode: null }
		: { reason, reasonCode: reasonCode ?? null };
}

/** The other's own link, for as long as that of whoever forwards. */
function linkToForward({ view, keys, claims }: Visit, toId: number): string | null {
	if (view.resumeUrl === null) return null;
	return linkFor(toId, view, view.resumeUrl, keys.current, claims.exp).url;
}

function thanks({ view, reader }: Visit, { decision, to }: Form, after: CaseView): Notice {
	const { language } = reader;
	switch (decision) {
		case 'approved':
		case 'rejected':
		case 'sent_back':
			return thanksNotice(after, decision, language);
		case 'forwarded':
			return asideNotice(view.eligible.find(({ id }) => id === to)?.name ?? null, language);
		case 'abstained':
		case undefined:
			return asideNotice(null, language);
	}
}

function refusal({ reader }: Visit, after: CaseView, code: RefusalCode): Notice {
	const refused = refusalNotice(code, reader.language);
	const ended = code === 'CASE_CLOSED' ? endedNotice(after, reader) : null;
	// The words of how it ended, with the status of an answer that was not taken.
	return ended ? { ...ended, status: refused.status } : refused;
}

type RefusalCode = Extract<CommandResults['vote'], { status: 'refused' }>['code'];

/** The form once more, with what was typed and what is missing. */
function again(visit: Visit, form: Form, message: string): ApproverReply {
	const { decision, reason, reasonCode = '', to = null, note } = form;
	const isAside = decision === 'abstained' || decision === 'forwarded';
	const part: FormFault['part'] = isAside ? 'others' : 'reasons';
	const fault = { message, part, reason, reasonCode, toId: to, note };
	return { ...showCase(visit, fault), judged: null };
}
