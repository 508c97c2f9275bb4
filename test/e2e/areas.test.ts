import { AreaStage } from './areas/AreaStage';
import { describeCreditRelease } from './areas/describeCreditRelease';
import { describeHolding } from './areas/describeHolding';
import { describeInvoiceMatch } from './areas/describeInvoiceMatch';
import { describeInventoryAllocation } from './areas/describeInventoryAllocation';
import { describeLogisticsException } from './areas/describeLogisticsException';
import { describeOwnArea } from './areas/describeOwnArea';
import { describeOwnDocuments } from './areas/describeOwnDocuments';
import { describePaymentRelease } from './areas/describePaymentRelease';
import { describeProcurement } from './areas/describeProcurement';
import { describeReceiptDiscrepancy } from './areas/describeReceiptDiscrepancy';
import { describeReturnsAuthorization } from './areas/describeReturnsAuthorization';
import { describeRushOrder } from './areas/describeRushOrder';
import { describeSupplierAcknowledgement } from './areas/describeSupplierAcknowledgement';
import { describeShipmentToInvoice } from './areas/describeShipmentToInvoice';
import { describeSupplierSubstitution } from './areas/describeSupplierSubstitution';
import { describeStockAdjustment } from './areas/describeStockAdjustment';
import { describeWriteOff } from './areas/describeWriteOff';
import { describeVendorBankChange } from './areas/describeVendorBankChange';

const BRINGING_MS = 1_800_000;

describe('the areas (real Odoo 19)', () => {
	let opened: AreaStage | undefined;
	const stage = (): AreaStage => {
		if (!opened) throw new Error('The stage did not open');
		return opened;
	};

	beforeAll(async () => {
		opened = await AreaStage.open();
	}, BRINGING_MS);

	afterAll(async () => {
		await opened?.close();
	}, 120_000);

	describeCreditRelease(stage);
	describeOwnArea(stage);
	describeOwnDocuments(stage);
	describeProcurement(stage);
	describeHolding(stage);
	describeInvoiceMatch(stage);
	describeInventoryAllocation(stage);
	describeReceiptDiscrepancy(stage);
	describeReturnsAuthorization(stage);
	describeLogisticsException(stage);
	describeSupplierAcknowledgement(stage);
	describeShipmentToInvoice(stage);
	describeRushOrder(stage);
	describeSupplierSubstitution(stage);
	describeWriteOff(stage);
	describeStockAdjustment(stage);
	describePaymentRelease(stage);
	describeVendorBankChange(stage);
});
