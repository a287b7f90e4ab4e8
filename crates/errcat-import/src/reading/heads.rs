//! The kinds of columns, and the heads that name them.

use errcat::rt::words;

words! {
    /// The kind of a column of a page.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Column {
        /// The code on the wire.
        Code = "code",
        /// The provider's own symbolic name.
        Name = "name",
        /// The provider's text.
        Message = "message",
        /// The provider's description of the code; used as the message if there is none.
        Description = "description",
        /// The provider's advice; the author writes it again in the words of the catalog.
        Guidance = "guidance",
        /// The HTTP status, possibly with the gRPC code in the same cell.
        Http = "http",
        /// The gRPC code.
        Grpc = "grpc",
    }
}

/// Returns the letters and digits of a head, in small letters.
pub(crate) fn normalized(head: &str) -> String {
    head.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Returns whether the head of the first column says that the table describes members of a body.
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
