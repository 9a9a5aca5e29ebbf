import { afterAll } from 'vitest'
import { dropOwnDatabases } from './database'

// Registered before all others, so it comes after them. The databases of a whole run at once would take half a minute: by then
// their thousands of files have been written to the disk.
afterAll(dropOwnDatabases)
