import type { IWebhookFunctions } from 'n8n-workflow';
import type { CaseView } from '../../domain/case/caseView';
import { signForm, type LinkClaims } from '../../domain/links/links';
import type { Ledger } from '../../odoo/ledger/Ledger';
import { approvalPage, casePage } from '../../page/approvalPage';
import type { FormFault } from '../../page/decisionForm';
import { answeredNotice, endedNotice, refusalNotice, type Notice } from '../../page/notices';
import type { PageReader } from '../../page/PageReader';
import { labelOfArea } from '../labelOfArea';
import { ledgerFrom, recordUrlFrom } from '../odooClientFrom';
import { signingKeysFrom, type SigningKeys } from '../signingKeysFrom';
import { languageOf } from './languageOf';
import type { Reply } from './Reply';

/** How long an open page may be answered, in seconds. */
const FORM_SECONDS = 7_200;

/** One approver's call at the page of one case. */
export interface Visit {
	/** Of a link that was verified. */
	claims: LinkClaims;
	ledger: Ledger;
	keys: SigningKeys;
	view: CaseView;
	reader: PageReader;
}

/** Reads the case that a link stands for, as Odoo has it now. */
export async function beginVisit(context: IWebhookFunctions, claims: LinkClaims): Promise<Visit> {
	const ledger = await ledgerFrom(context);
	const { case: view } = await ledger.execute<'show'>({ command: 'show', caseId: claims.case });
	const keys = await signingKeysFrom(context);
	return { claims, ledger, keys, view, reader: await readerOf(context, view, claims) };
}

async function readerOf(
	context: IWebhookFunctions,
	view: CaseView,
	{ actor }: LinkClaims,
): Promise<PageReader> {
	const approver = view.approvers.find(({ id }) => id === actor);
	return {
		actorId: actor,
		now: new Date().toISOString(),
		zone: approver?.timeZone || context.getTimezone(),
		language: languageOf(context),
		areaLabel: labelOfArea(view),
		recordUrl: await recordUrlFrom(context, { model: view.model, id: view.recordId }),
		caseUrl: await recordUrlFrom(context, { model: 'x_approval_case', id: view.id }),
	};
}

/** The page with its form, or why there is none; `fault` is what could not be taken of an answer. */
export function showCase(visit: Visit, fault: FormFault | null = null): Reply {
	const { view, reader } = visit;
	const notice = whyNotAsked(visit);
	if (notice) return { status: notice.status, html: casePage(view, reader, notice) };
	const html = approvalPage(view, reader, formToken(visit), fault);
	return { status: fault ? 422 : 200, html };
}

function whyNotAsked({ view, claims, reader }: Visit): Notice | null {
	const { language } = reader;
	const ended = endedNotice(view, reader);
	if (ended) return ended;
	if (claims.step !== view.step || claims.round !== view.round)
		return refusalNotice('STALE_ROUND', language);
	if (!view.approvers.some(({ id }) => id === claims.actor))
		return refusalNotice('NOT_ASKED', language);
	const answer = view.votes.find(({ actor }) => actor.id === claims.actor);
	return answer ? answeredNotice(answer.decision, language) : null;
}

function formToken({ claims, keys, reader }: Visit): string {
	const { case: caseId, step, round, actor } = claims;
	const exp = Math.floor(Date.parse(reader.now) / 1000) + FORM_SECONDS;
	return signForm({ case: caseId, step, round, actor, exp }, keys.current);
}
