import type { IExecuteFunctions } from 'n8n-workflow';
import type { CaseView } from '../../src/domain/case/caseView';
import type { MessageReader } from '../../src/message/messageAbout';
import { labelOfArea } from '../../src/n8n/labelOfArea';
import { recordUrlFrom } from '../../src/n8n/odooClientFrom';

/** What messages about a case say beside what the case says. */
export async function messageReader(
	context: IExecuteFunctions,
	itemIndex: number,
	view: CaseView,
): Promise<Omit<MessageReader, 'link'>> {
	return {
		zone: context.getTimezone(),
		areaLabel: labelOfArea(view),
		caseUrl: await recordUrlFrom(context, { model: 'x_approval_case', id: view.id }, itemIndex),
	};
}
