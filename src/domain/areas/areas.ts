import type { Area } from './Area';
import { UnknownAreaError } from './errors';
import { creditRelease } from './creditRelease/creditRelease';
import { inventoryAllocation } from './inventoryAllocation/inventoryAllocation';
import { invoiceMatch } from './invoiceMatch/invoiceMatch';
import { logisticsException } from './logisticsException/logisticsException';
import { paymentRelease } from './paymentRelease/paymentRelease';
import { procurement } from './procurement/procurement';
import { receiptDiscrepancy } from './receiptDiscrepancy/receiptDiscrepancy';
import { returnsAuthorization } from './returnsAuthorization/returnsAuthorization';
import { rushOrder } from './rushOrder/rushOrder';
import { salesOrderRelease } from './salesOrderRelease/salesOrderRelease';
import { shipmentToInvoice } from './shipmentToInvoice/shipmentToInvoice';
import { stockAdjustment } from './stockAdjustment/stockAdjustment';
import { supplierAcknowledgement } from './supplierAcknowledgement/supplierAcknowledgement';
import { supplierSubstitution } from './supplierSubstitution/supplierSubstitution';
import { vendorBankChange } from './vendorBankChange/vendorBankChange';
import { writeOff } from './writeOff/writeOff';

/** Every approval area there is. */
export const areas: readonly Area[] = [
	salesOrderRelease,
	creditRelease,
	procurement,
	inventoryAllocation,
	returnsAuthorization,
	logisticsException,
	receiptDiscrepancy,
	invoiceMatch,
	supplierAcknowledgement,
	shipmentToInvoice,
	rushOrder,
	supplierSubstitution,
	writeOff,
	stockAdjustment,
	vendorBankChange,
	paymentRelease,
];

/** The area of that id, or `null` where none comes with the package. */
export function builtInArea(id: string): Area | null {
	return areas.find((one) => one.id === id) ?? null;
}

/** @throws {UnknownAreaError} naming the areas that are known */
export function findArea(id: string): Area {
	const area = builtInArea(id);
	if (area) return area;
	throw new UnknownAreaError(
		id,
		areas.map((one) => one.id),
	);
}
