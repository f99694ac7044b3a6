//! `/docs`: the description of the API as one page, made of the same document as `/openapi.json`.

use std::fmt::Write;

use html_escape::encode_text;
use serde_json::Value;

const STYLE: &str = "\
:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em}\
code{font:13px ui-monospace,monospace}h2{margin-top:2em;border-bottom:1px solid #8886}\
details{border:1px solid #8886;border-radius:4px;margin:.4em 0;padding:.3em .7em}summary{cursor:pointer}\
summary b{display:inline-block;min-width:4.5em}table{border-collapse:collapse;width:100%;margin:.5em 0}\
td,th{text-align:left;vertical-align:top;padding:.2em .6em .2em 0;border-top:1px solid #8883}";
/// The methods, in the order in which they are told.
const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// The page.
pub(super) fn page(api: &Value) -> String {
    let mut page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>leadctl API</title>\
         <style>{STYLE}</style><h1>leadctl API {}</h1>",
        text(&api["info"]["version"])
    );
    for paragraph in api["info"]["description"].as_str().unwrap_or_default().split("\n\n") {
        push(&mut page, &format!("<p>{}</p>", marked(paragraph)));
    }
    page.push_str("<p>For programs: <a href=\"/openapi.json\">/openapi.json</a></p>");
    for tag in api["tags"].as_array().into_iter().flatten() {
        let name = tag["name"].as_str().unwrap_or_default();
        let operations = operations(api, name);
        if operations.is_empty() {
            continue;
        }
        push(
            &mut page,
            &format!("<h2>{}</h2><p>{}</p>", encode_text(name), text(&tag["description"])),
        );
        for (method, path, operation) in operations {
            push_operation(&mut page, method, path, operation);
        }
    }
    page.push_str("<h2>Schemas</h2>");
    for (name, schema) in api["components"]["schemas"].as_object().into_iter().flatten() {
        push_schema(&mut page, name, schema);
    }
    page.push_str("</html>\n");
    page
}

/// The operations with a tag, by path.
fn operations<'a>(api: &'a Value, tag: &str) -> Vec<(&'static str, &'a str, &'a Value)> {
    let mut found = Vec::new();
    for (path, item) in api["paths"].as_object().into_iter().flatten() {
        for method in METHODS {
            let operation = &item[method];
            if operation["tags"].as_array().is_some_and(|tags| tags.iter().any(|t| t == tag)) {
                found.push((method, path.as_str(), operation));
            }
        }
    }
    found
}

fn push_operation(page: &mut String, method: &str, path: &str, operation: &Value) {
    let head = format!(
        "<details><summary><b>{}</b> <code>{}</code> {}</summary><p>{}</p>",
        method.to_uppercase(),
        encode_text(path),
        text(&operation["summary"]),
        marked(operation["description"].as_str().unwrap_or_default()),
    );
    push(page, &head);
    let parameters: Vec<&Value> =
        operation["parameters"].as_array().into_iter().flatten().collect();
    if !parameters.is_empty() {
        page.push_str("<table><tr><th>parameter<th>in<th>type<th></tr>");
        for parameter in parameters {
            let row = format!(
                "<tr><td><code>{}</code><td>{}<td>{}<td>{}</tr>",
                text(&parameter["name"]),
                text(&parameter["in"]),
                kind(&parameter["schema"]),
                marked(parameter["description"].as_str().unwrap_or_default()),
            );
            push(page, &row);
        }
        page.push_str("</table>");
    }
    let body = &operation["requestBody"]["content"]["application/json"]["schema"];
    if !body.is_null() {
        push(page, &format!("<p>Body: {}</p>", kind(body)));
    }
    page.push_str("<table><tr><th>status<th>body<th></tr>");
    for (status, response) in operation["responses"].as_object().into_iter().flatten() {
        let contents = response["content"].as_object().into_iter().flatten();
        let bodies: Vec<String> = contents
            .map(|(media, content)| format!("{} {}", encode_text(media), kind(&content["schema"])))
            .collect();
        let words = marked(response["description"].as_str().unwrap_or_default());
        let row =
            format!("<tr><td>{}<td>{}<td>{words}</tr>", encode_text(status), bodies.join("<br>"));
        push(page, &row);
    }
    page.push_str("</table></details>");
}

fn push_schema(page: &mut String, name: &str, schema: &Value) {
    let head = format!(
        "<details id=\"{0}\"><summary><code>{0}</code> {1}</summary>",
        encode_text(name),
        marked(schema["description"].as_str().unwrap_or_default()),
    );
    push(page, &head);
    let variants = schema["oneOf"].as_array().into_iter().flatten();
    let objects = std::iter::once(schema).chain(variants);
    for object in objects.filter(|object| object["properties"].is_object()) {
        page.push_str("<table><tr><th>field<th>type<th></tr>");
        let required: Vec<&str> =
            object["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        for (field, of) in object["properties"].as_object().into_iter().flatten() {
            let optional = if required.contains(&field.as_str()) { "" } else { " (optional)" };
            let row = format!(
                "<tr><td><code>{}</code>{optional}<td>{}<td>{}</tr>",
                encode_text(field),
                kind(of),
                marked(of["description"].as_str().unwrap_or_default()),
            );
            push(page, &row);
        }
        page.push_str("</table>");
    }
    if !schema["properties"].is_object() && !schema["oneOf"].is_array() {
        push(page, &format!("<p>{}</p>", kind(schema)));
    }
    page.push_str("</details>");
}

/// A schema in a few words, with a link where it has a name.
fn kind(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|r| r.rsplit('/').next()) {
        return format!("<a href=\"#{0}\">{0}</a>", encode_text(name));
    }
    if let Some(words) = schema["enum"].as_array() {
        let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
        return encode_text(&words.join(" | ")).into_owned();
    }
    if let Some(any) = schema["oneOf"].as_array().or_else(|| schema["anyOf"].as_array()) {
        return any.iter().map(kind).collect::<Vec<_>>().join(" or ");
    }
    let named = |kind: &Value| kind.as_str().unwrap_or_default().to_owned();
    let kinds: Vec<String> = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().map(named).collect(),
        one => vec![named(one)],
    };
    let mut words = encode_text(&kinds.join(" or ")).into_owned();
    if schema["items"].is_object() {
        push(&mut words, &format!(" of {}", kind(&schema["items"])));
    }
    for (name, label) in [("format", ""), ("minimum", "at least "), ("maximum", "at most ")] {
        match &schema[name] {
            Value::Null => {}
            Value::String(value) => push(&mut words, &format!(", {label}{}", encode_text(value))),
            value => push(&mut words, &format!(", {label}{value}")),
        }
    }
    words
}

fn text(value: &Value) -> String {
    encode_text(value.as_str().unwrap_or_default()).into_owned()
}

/// Text with `code` in it.
fn marked(text: &str) -> String {
    let mut html = String::new();
    for (n, part) in text.split('`').enumerate() {
        let part = encode_text(part);
        // Writing to a String cannot fail.
        let _ =
            if n % 2 == 1 { write!(html, "<code>{part}</code>") } else { write!(html, "{part}") };
    }
    html
}

fn push(page: &mut String, html: &str) {
    page.push_str(html);
}
