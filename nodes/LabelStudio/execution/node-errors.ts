import { NodeApiError, NodeOperationError, type IDataObject, type INode, type INodeExecutionData, type JsonObject } from 'n8n-workflow';
import { LabelStudioError } from '../http/errors';
import { InputError } from './input-error';

/** Whether the node runs as a tool of a model: n8n 2.41 names such a node's type after ours, with this ending. */
export const isTool = ({ type }: INode): boolean => type.endsWith('Tool');

/** n8n's AI Agent passes only the message on, so a model gets there what else is known and what to do. */
const forModel = ({ message, description }: LabelStudioError | InputError): string => {
	const others = (description ?? '').split('\n').filter((line) => line !== '' && !message.includes(line));
	return [message, ...others].map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`)).join(' ');
};

/**
 * What went wrong with one item, as n8n shows it. Anything that is not ours is passed on unchanged.
 *
 * @param itemIndex undefined in triggers, which have no items
 */
export const toNodeError = (node: INode, error: unknown, itemIndex?: number): Error => {
	if (isTool(node) && (error instanceof LabelStudioError || error instanceof InputError)) {
		return new NodeOperationError(node, forModel(error), { itemIndex });
	}
	if (error instanceof LabelStudioError) {
		const plain: JsonObject = { message: error.message };
		if (error.errorId) plain.errorId = error.errorId;
		return new NodeApiError(node, plain, {
			message: error.message,
			description: error.description,
			httpCode: error.httpStatus === undefined ? undefined : String(error.httpStatus),
			itemIndex,
		});
	}
	if (error instanceof InputError) {
		return new NodeOperationError(node, itemIndex === undefined ? error.message : `${error.message} [item ${itemIndex}]`, { description: error.description, itemIndex });
	}
	return error as Error;
};

/**
 * The item that stands for a failed one with Continue On Fail and on the error output. `details.refused` says that
 * nothing was sent, since a value was wrong.
 */
export const errorItem = (error: unknown, itemIndex: number): INodeExecutionData => {
	const { message, description, httpStatus, errorId } = error as LabelStudioError;
	const details: IDataObject = {};
	if (description) details.description = description;
	if (httpStatus) details.statusCode = httpStatus;
	if (errorId) details.errorId = errorId;
	if (!(error instanceof LabelStudioError)) details.refused = true;
	// n8n knows an error item by having no other keys than these.
	return { json: { error: message, ...(Object.keys(details).length > 0 && { details }) }, pairedItem: { item: itemIndex } };
};
