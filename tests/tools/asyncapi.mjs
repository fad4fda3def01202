// What AsyncAPI's own parser finds in the documents that are named, as JSON: a list of {severity, code, message} for each.
import { readFileSync } from "node:fs";
import { Parser } from "@asyncapi/parser";

const parser = new Parser();
const found = [];
for (const file of process.argv.slice(2)) {
  const diagnostics = await parser.validate(readFileSync(file, "utf8"));
  found.push(diagnostics.map(({ severity, code, message }) => ({ severity, code, message })));
}
process.stdout.write(JSON.stringify(found));
