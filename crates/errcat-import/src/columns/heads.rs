//! What the heads of columns say.

use super::Column;

/// Small letters and digits alone.
pub(crate) fn normalized(head: &str) -> String {
    head.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Tables that describe members of a body, and no codes.
pub(super) fn is_of_members(head: &str) -> bool {
    const WORDS: &[&str] = &[
        "property",
        "field",
        "parameter",
        "argument",
        "attribute",
        "header",
        "member",
        "option",
        "key",
    ];
    WORDS.contains(&normalized(head).as_str())
}

/// What a head can mean, likeliest first.
pub(super) fn by_head(head: &str) -> &'static [Column] {
    match head {
        "code" | "codes" | "errorcode" | "errorcodes" | "responsecode" | "resultcode"
        | "returncode" | "reasoncode" | "errorid" | "errornumber" | "errno" | "errorkey"
        | "number" | "id" => &[Column::Code],
        "reason" | "error" => &[Column::Code, Column::Message],
        "statuscode" | "status" | "http" | "httpstatus" | "httpcode" | "httpstatuscode"
        | "httperrorcode" | "httpresponsecode" => &[Column::Http, Column::Grpc, Column::Code],
        "grpc" | "grpccode" | "grpcstatus" | "canonicalcode" => &[Column::Grpc],
        "name" | "symbol" | "constant" | "identifier" | "errorname" | "symbolicname"
        | "errortype" | "type" => &[Column::Name],
        "message" | "messages" | "errormessage" | "errormessages" | "msg" | "text"
        | "errortext" | "messagetext" | "responsemessage" | "title" => &[Column::Message],
        "description" | "errordescription" | "details" | "detail" | "explanation" | "meaning"
        | "summary" | "cause" | "causes" | "notes" | "comment" => &[Column::Description],
        "troubleshooting" | "resolution" | "solution" | "solutions" | "fix" | "howtofix"
        | "action" | "actions" | "recommendedaction" | "whattodo" | "remedy" | "recommendation"
        | "advice" | "nextstep" | "nextsteps" | "howtoresolve" | "suggestion" => {
            &[Column::Guidance]
        }
        "operation" | "operations" | "endpoint" | "endpoints" | "method" | "apimethod"
        | "command" | "call" | "api" => &[Column::Operation],
        "parameters" | "params" | "arguments" | "placeholders" | "variables" => {
            &[Column::Parameters]
        }
        _ => &[],
    }
}
