//! The meanings of column heads.

use super::Column;

/// Returns the letters and digits of a head, in small letters.
pub(crate) fn normalized(head: &str) -> String {
    head.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether the head of the first column says that the table describes members of a body.
pub(super) fn is_member_head(head: &str) -> bool {
    matches!(
        &*normalized(head),
        "property" | "field" | "parameter" | "argument" | "attribute" | "header" | "member" | "key"
    )
}

/// Returns the kinds that a normalized head can mean, most likely first.
pub(super) fn by_head(head: &str) -> &'static [Column] {
    match head {
        "code" | "codes" | "errorcode" | "errorcodes" | "responsecode" | "resultcode"
        | "returncode" | "errorid" | "errornumber" | "number" | "id" => &[Column::Code],
        "reason" | "error" => &[Column::Code, Column::Message],
        "statuscode" | "status" | "http" | "httpstatus" | "httpcode" | "httpstatuscode" => {
            &[Column::Http, Column::Grpc, Column::Code]
        }
        "grpc" | "grpccode" | "grpcstatus" => &[Column::Grpc],
        "name" | "symbol" | "constant" | "errorname" | "errortype" | "type" => &[Column::Name],
        "message" | "messages" | "errormessage" | "errormessages" | "text" | "errortext"
        | "title" => &[Column::Message],
        "description" | "errordescription" | "details" | "explanation" | "meaning" | "cause"
        | "notes" => &[Column::Description],
        "troubleshooting" | "resolution" | "solution" | "fix" | "howtofix" | "action"
        | "recommendedaction" | "whattodo" | "nextsteps" => &[Column::Guidance],
        _ => &[],
    }
}
