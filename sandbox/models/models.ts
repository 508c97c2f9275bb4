import type { Model } from '../orm/Model';
import {
	blueprintModel,
	caseModel,
	decisionModel,
	eventModel,
	outboxModel,
	subscriptionModel,
} from './approvals';
import { authorityModel, delegationModel } from './authorities';
import { activityModel, activityTypeModel, messageModel, messageSubtypeModel } from './messages';
import {
	partnerCategoryModel,
	countryModel,
	countryStateModel,
	partnerModel,
	paymentTermLineModel,
	paymentTermModel,
} from './partners';
import { pickingModel, pricelistModel, productCategoryModel, productModel } from './products';
import { saleOrderModel } from './saleOrder';
import { saleOrderLineModel } from './saleOrderLine';
import { absenceModel, attendanceModel, resourceModel, scheduleModel } from './schedules';
import { serverActionModel } from './serverActions';
import { companyModel, currencyModel, groupModel, teamModel, userModel } from './users';

/** Every model of the sandbox, by name. */
export const models: ReadonlyMap<string, Model> = new Map(
	[
		userModel,
		groupModel,
		companyModel,
		scheduleModel,
		attendanceModel,
		absenceModel,
		resourceModel,
		currencyModel,
		teamModel,
		countryModel,
		countryStateModel,
		partnerModel,
		partnerCategoryModel,
		paymentTermModel,
		paymentTermLineModel,
		productModel,
		productCategoryModel,
		pricelistModel,
		pickingModel,
		saleOrderModel,
		saleOrderLineModel,
		messageModel,
		messageSubtypeModel,
		activityModel,
		activityTypeModel,
		serverActionModel,
		caseModel,
		eventModel,
		decisionModel,
		outboxModel,
		subscriptionModel,
		delegationModel,
		authorityModel,
		blueprintModel,
	].map((model) => [model.name, model]),
);
