//! The description of the API in OpenAPI 3.1, from the handlers themselves.

use serde::Serialize;
use utoipa::openapi::path::{HttpMethod, Operation, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, Required, ResponseBuilder};
use utoipa::{OpenApi as _, ToSchema};

use super::problem::Kind;
use crate::model::FieldError;

/// The name of the way to say who one is.
const BEARER: &str = "key";

/// What is told of the API as a whole.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "leadctl",
        description = "Campaigns, the leads that were found for them, and the system that finds them.\n\n\
            Every request needs a key, as in `Authorization: Bearer lck_...`; `leadctl keys create` \
            makes one. Lists come in pages: `next` is the `cursor` of the next one. Times are RFC 3339 \
            in UTC. Errors are `application/problem+json` (RFC 9457) with a stable `type`. A write with \
            an `Idempotency-Key` is carried out once, however often it is sent within 24 hours.",
        license(name = "MIT", identifier = "MIT"),
    ),
    tags(
        (name = "campaigns", description = "What is sold, to whom, and where to look"),
        (name = "leads", description = "What was found"),
        (name = "subreddits", description = "What is known of where one looks"),
        (name = "jobs", description = "What is to be done, is being done and was done"),
        (name = "events", description = "What happens, as it happens"),
        (name = "queues", description = "How many jobs are where"),
        (name = "usage", description = "What was asked of AI providers, and what it cost"),
        (name = "accounts", description = "What the system works with outside"),
        (name = "breakers", description = "Whether those are asked at all"),
        (name = "cache", description = "Answers that are kept"),
        (name = "webhooks", description = "Where new leads are told of"),
    ),
    components(schemas(ProblemBody)),
)]
struct Base;

/// An error (RFC 9457).
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
#[allow(dead_code)] // only its form is used
struct ProblemBody {
    /// What kind of problem it is; stable.
    #[serde(rename = "type")]
    kind: String,
    /// The same in words.
    title: String,
    /// The HTTP status.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What was wrong with this request, and what would be right.
    detail: String,
    /// The fields that are not acceptable, where that is the problem.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldError>,
    /// The limits that were exceeded, where that is the problem.
    #[serde(rename = "violated-policies", skip_serializing_if = "Vec::is_empty")]
    violated_policies: Vec<String>,
}

/// Where the description begins: all but the paths.
pub(super) fn base() -> OpenApi {
    let mut base = Base::openapi();
    base.info.version = env!("CARGO_PKG_VERSION").to_owned();
    let scheme = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("lck_ID_SECRET")
        .description(Some("A key that `leadctl keys create` has made"))
        .build();
    let components = base.components.get_or_insert_default();
    components.add_security_scheme(BEARER, SecurityScheme::Http(scheme));
    base
}

/// Adds what all operations have in common: the key, the problems, the idempotency key.
pub(super) fn complete(mut api: OpenApi) -> OpenApi {
    for (path, item) in &mut api.paths.paths {
        let names_one = path.contains('{');
        for (method, operation) in [
            (HttpMethod::Get, &mut item.get),
            (HttpMethod::Post, &mut item.post),
            (HttpMethod::Put, &mut item.put),
            (HttpMethod::Patch, &mut item.patch),
            (HttpMethod::Delete, &mut item.delete),
        ] {
            if let Some(operation) = operation {
                finish(operation, path, &method, names_one);
            }
        }
    }
    api
}

fn finish(operation: &mut Operation, path: &str, method: &HttpMethod, names_one: bool) {
    // A handler's name is no name for the whole API.
    operation.operation_id = Some(operation_id(path, method));
    operation.security = Some(vec![SecurityRequirement::new(BEARER, Vec::<String>::new())]);
    let writes = !matches!(method, HttpMethod::Get);
    let mut kinds = vec![
        Kind::BadRequest,
        Kind::Unauthorized,
        Kind::Forbidden,
        Kind::TooManyRequests,
        Kind::Internal,
        Kind::Unavailable,
        Kind::Timeout,
    ];
    let filters = operation.parameters.iter().flatten().any(|parameter| match parameter {
        RefOr::T(parameter) => matches!(parameter.name.as_str(), "campaign" | "queue"),
        RefOr::Ref(_) => false,
    });
    if names_one || filters {
        kinds.push(Kind::NotFound);
    }
    kinds.push(Kind::Invalid);
    if writes {
        kinds.push(Kind::Conflict);
        operation.parameters.get_or_insert_default().push(
            RefOr::T(ParameterBuilder::new()
                .name("Idempotency-Key")
                .parameter_in(ParameterIn::Header)
                .required(Required::False)
                .description(Some(
                    "Any text that is the client's own for this request, as a random UUID: sent again \
                     with it, the request is not carried out again, and gets the same answer",
                ))
                .schema(Some(
                    ObjectBuilder::new()
                        .schema_type(Type::String)
                        .min_length(Some(1))
                        .max_length(Some(255))
                        .pattern(Some("^[!-~]{1,255}$")),
                ))
                .build()),
        );
    }
    if operation.request_body.is_some() {
        kinds.extend([Kind::TooLarge, Kind::UnsupportedMediaType]);
    }
    for kind in kinds {
        let status = kind.status().as_u16().to_string();
        operation.responses.responses.entry(status).or_insert_with(|| problem(kind));
    }
}

fn problem(kind: Kind) -> RefOr<utoipa::openapi::Response> {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    let words = format!("{}: `{}`", kind.title(), kind.uri());
    ResponseBuilder::new()
        .description(words)
        .content("application/problem+json", content)
        .build()
        .into()
}

/// As in `get_campaigns_id`.
fn operation_id(path: &str, method: &HttpMethod) -> String {
    let method = match method {
        HttpMethod::Get => "get",
        HttpMethod::Post => "post",
        HttpMethod::Put => "put",
        HttpMethod::Patch => "patch",
        _ => "delete",
    };
    let words = path.trim_start_matches("/v1").split('/').filter(|part| !part.is_empty());
    let words: Vec<&str> = words.map(|word| word.trim_matches(['{', '}'])).collect();
    format!("{method}_{}", words.join("_"))
}

/// The description as a document for files: the same in every build.
pub fn document() -> String {
    let api = super::described();
    // What was made of the handlers can be written as JSON.
    let mut text = serde_json::to_string_pretty(&api).unwrap_or_default();
    text.push('\n');
    text
}
