import type { IExecuteFunctions } from 'n8n-workflow';
import { findArea } from '../../src/domain/areas/areas';
import type { CaseView } from '../../src/domain/case/caseView';
import type { MessageReader } from '../../src/message/messageAbout';
import { recordUrlFrom } from '../../src/n8n/odooClientFrom';

/** What messages about a case say beside what the case says. */
export async function messageReader(
	context: IExecuteFunctions,
	itemIndex: number,
	{ id, area }: CaseView,
): Promise<Omit<MessageReader, 'link'>> {
	return {
		zone: context.getTimezone(),
		areaLabel: findArea(area).label,
		caseUrl: await recordUrlFrom(context, { model: 'x_approval_case', id }, itemIndex),
	};
}
