import type { Composite } from './composite';
import { projectDuplicate } from './project-duplicate';
import { projectExport } from './project-export';
import { projectFromTemplate } from './project-from-template';
import { exportStorageSync, importStorageSync } from './storage-sync';
import { taskGetChanged } from './task-get-changed';
import { taskImport } from './task-import';
import { taskUpsert } from './task-upsert';

/** The composite operations by the names that the capability calls them (`x-n8n.composite.run`). */
export const composites: Readonly<Record<string, Composite>> = { exportStorageSync, importStorageSync, projectDuplicate, projectExport, projectFromTemplate, taskGetChanged, taskImport, taskUpsert };
