import type { CaseAudit } from '../../../src/domain/audit/auditCase';
import { readAudits, type AuditScope } from '../../../src/odoo/ledger/readAudits';
import { leave, release, type LedgerBench } from './LedgerBench';

export function describeAudit(bench: () => LedgerBench): void {
	describe('the audit', () => {
		const auditsOf = async (scope: AuditScope): Promise<CaseAudit[]> => {
			const client = bench().client(bench().stage.integration);
			const found: CaseAudit[] = [];
			for await (const audits of readAudits(client, scope)) found.push(...audits);
			return found;
		};

		it('finds the seal of every case of a record in its chatter', async () => {
			const orderId = await bench().sentQuotation();
			const first = await bench().openedCase(orderId);
			await bench().vote(first, bench().stage.approvers[0], 'sent_back');
			await bench().apply(first, leave);
			await bench().changePrice(orderId, 90);
			const second = await bench().openedCase(orderId);
			await bench().vote(second, bench().stage.approvers[0], 'approved');
			await bench().apply(second, release);

			const scope = { kind: 'record', model: 'sale.order', recordId: orderId } as const;
			expect(await auditsOf(scope)).toMatchObject([
				{ caseId: first.id, intact: true, seal: 'found' },
				{ caseId: second.id, intact: true, seal: 'found' },
			]);
		});

		it('finds every case intact that this suite has opened', async () => {
			const day = 86_400_000;
			const from = new Date(Date.now() - day).toISOString();
			const until = new Date(Date.now() + day).toISOString();
			const audits = await auditsOf({ kind: 'period', from, until });

			expect(audits.length).toBeGreaterThan(100);
			expect(audits.filter(({ intact }) => !intact)).toEqual([]);
		});
	});
}
