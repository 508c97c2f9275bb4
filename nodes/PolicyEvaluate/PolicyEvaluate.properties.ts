import type { INodeProperties } from 'n8n-workflow';
import { policyFields } from './policyFields';

export const policyEvaluateProperties: INodeProperties[] = [...policyFields];
