import type { Figures } from '../../domain/insights/figuresFrom';
import type { OpenCases } from '../../domain/insights/openCases';
import type { Language } from '../../domain/languages';
import type { ChartWriter } from './chartWriter';
import type { PeriodUnit } from './formatFigures';
import type { DashboardTexts } from './texts/Texts';

/** What the dashboard shows: what waits now, and the figures of a time by its periods. */
export interface Dashboard {
	open: OpenCases;
	figures: Figures;
	unit: PeriodUnit;
}

/** To whom it is shown, and what they can open. */
export interface DashboardReader {
	language: Language;
	/** IANA zone in which times are written. */
	zone: string;
	/** What kinds of approval it is about; empty for all. */
	areaLabels: readonly string[];
	/** The lists of cases and of dead letters in Odoo's web client. */
	casesUrl: string;
	deadLettersUrl: string;
}

/** What every section is written from. */
export interface DashboardSetting extends Dashboard {
	reader: DashboardReader;
	texts: DashboardTexts;
	draw: ChartWriter;
}
