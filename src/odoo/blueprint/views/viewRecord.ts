import type { BlueprintRecord } from '../BlueprintRecord';

type ViewType = 'form' | 'graph' | 'kanban' | 'list' | 'pivot' | 'search';

/** A view of one of our models. The XML is kept as it stands here. */
export function viewRecord(key: string, type: ViewType, arch: string): BlueprintRecord {
	return {
		name: `view_${key}_${type}`,
		model: 'ir.ui.view',
		values: {
			name: `x_approval_${key}.${type}`,
			model: `x_approval_${key}`,
			type,
			arch: arch.trim(),
			active: true,
		},
	};
}

/** A domain as Odoo writes it back in the XML of a view. */
export function inArch(domain: string): string {
	return domain.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
