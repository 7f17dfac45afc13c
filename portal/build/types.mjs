// Makes the client's types from the gateway's description, which a test of the gateway compares with
// what the gateway says. Where the portal asks for what is not described, the build fails.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

export async function writeTypes(root) {
  const description = JSON.parse(readFileSync(join(root, '../contracts/openapi.json'), 'utf8'));
  const types = astToString(await openapiTS(description, { alphabetize: true, defaultNonNullable: false }));
  mkdirSync(join(root, 'target/types'), { recursive: true });
  writeFileSync(join(root, 'target/types/openapi.d.ts'), types);
}
