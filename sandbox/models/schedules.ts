import { fields } from '../orm/fields';
import { defineModel } from './defineModel';

/** When people work. */
export const scheduleModel = defineModel({
	name: 'resource.calendar',
	label: 'Resource Working Time',
	fields: {
		name: fields.char('Name', { required: true }),
		tz: fields.char('Timezone', { initial: () => 'UTC' }),
		company_id: fields.many2one('Company', 'res.company', { initial: () => 1 }),
		two_weeks_calendar: fields.boolean('Calendar in 2 weeks mode'),
		flexible_hours: fields.boolean('Flexible Hours'),
		attendance_ids: fields.one2many('Working Time', 'resource.calendar.attendance', 'calendar_id'),
	},
});

export const attendanceModel = defineModel({
	name: 'resource.calendar.attendance',
	label: 'Work Detail',
	order: 'dayofweek, hour_from',
	fields: {
		name: fields.char('Name', { required: true }),
		calendar_id: fields.many2one('Working Schedule', 'resource.calendar', { required: true }),
		dayofweek: fields.selection(
			'Day of Week',
			['0', '1', '2', '3', '4', '5', '6'].map((day) => [day, day] as const),
			{ initial: () => '0' },
		),
		hour_from: fields.float('Work from'),
		hour_to: fields.float('Work to'),
		day_period: fields.selection(
			'Day Period',
			['morning', 'lunch', 'afternoon', 'full_day'].map((period) => [period, period] as const),
			{ initial: () => 'morning' },
		),
		week_type: fields.selection('Week Number', [
			['0', 'First'],
			['1', 'Second'],
		]),
	},
});

export const absenceModel = defineModel({
	name: 'resource.calendar.leaves',
	label: 'Resource Time Off Detail',
	nameField: 'name',
	order: 'date_from',
	fields: {
		name: fields.char('Reason'),
		company_id: fields.many2one('Company', 'res.company', { initial: () => 1 }),
		calendar_id: fields.many2one('Working Hours', 'resource.calendar'),
		resource_id: fields.many2one('Resource', 'resource.resource'),
		date_from: fields.datetime('Start Date', { required: true }),
		date_to: fields.datetime('End Date', { required: true }),
		time_type: fields.selection(
			'Time Type',
			[
				['leave', 'Time Off'],
				['other', 'Other'],
			],
			{ initial: () => 'leave' },
		),
	},
});

/** Somebody, or something, that works by a schedule. */
export const resourceModel = defineModel({
	name: 'resource.resource',
	label: 'Resources',
	fields: {
		name: fields.char('Name', { required: true }),
		user_id: fields.many2one('User', 'res.users'),
		calendar_id: fields.many2one('Working Time', 'resource.calendar'),
		company_id: fields.many2one('Company', 'res.company', { initial: () => 1 }),
	},
});
