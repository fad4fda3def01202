// What AsyncAPI's own parser and Spectral's rules find in the documents that are named, as JSON: a list of
// {severity, code, message} for each. Both at once, since most of the time goes into what they have in common.
import { readFileSync } from "node:fs";
import { Parser } from "@asyncapi/parser";
import rulesets from "@stoplight/spectral-rulesets";

const parser = new Parser({ ruleset: { extends: [rulesets.asyncapi] } });
const found = [];
for (const file of process.argv.slice(2)) {
  const diagnostics = await parser.validate(readFileSync(file, "utf8"));
  found.push(diagnostics.map(({ severity, code, message }) => ({ severity, code, message })));
}
process.stdout.write(JSON.stringify(found));
