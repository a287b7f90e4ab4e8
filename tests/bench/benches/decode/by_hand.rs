//! The readers that a person would write for one provider: serde's derive into an owned struct, a
//! `match` on the code, and a regex for the parameter. They read each form of body that the
//! provider sends.

use std::sync::LazyLock;

use domain_errors::{HttpStatus, System, Unrecognized, Validation, Violation, domains, wapi, wix};
use regex::Regex;
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct WixBody {
    message: String,
    #[serde(default)]
    details: WixDetails,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
struct WixDetails {
    application_error: Option<ApplicationError>,
    validation_error: Option<ValidationError>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ValidationError {
    field_violations: Vec<FieldViolation>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FieldViolation {
    field: String,
    description: String,
    violated_rule: String,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "a client keeps more than the error")]
struct ApplicationError {
    code: String,
    description: String,
    data: Option<Value>,
}

static RESTRICTED: LazyLock<Regex> =
    LazyLock::new(|| regex("^Domain `?(.+?)`? is (?:Wix )?restricted\\.$"));
static AVAILABLE: LazyLock<Regex> = LazyLock::new(|| {
    regex("^Unable to connect domain `?(.+?)`?, it(?:'s| is) available for purchase\\.$")
});
static CONNECTION_TYPE: LazyLock<Regex> =
    LazyLock::new(|| regex("^Invalid connection type:? `?(.+?)`?\\.$"));

fn regex(text: &str) -> Regex {
    Regex::new(text).expect("it is a regex")
}

pub(crate) fn wix(body: &[u8]) -> wix::Error {
    let Ok(body) = serde_json::from_slice::<WixBody>(body) else {
        return System::new("").into();
    };
    if let Some(error) = body.details.validation_error {
        let violations = error.field_violations.into_iter().map(|one| {
            Violation::new(one.description).with_field(one.field).with_rule(one.violated_rule)
        });
        return violations.fold(Validation::new(body.message), Validation::with_violation).into();
    }
    let Some(error) = &body.details.application_error else {
        return System::new(&*body.message).into();
    };
    let param = |regex: &Regex| {
        let found = regex.captures(&error.description).or_else(|| regex.captures(&body.message))?;
        Some(found.get(1)?.as_str().into())
    };
    let unrecognized = || Unrecognized::new(&*error.description).with_code(&*error.code).into();
    match error.code.as_str() {
        "Invalid domain" => {
            if let Some(domain_name) = param(&RESTRICTED) {
                wix::Error::DomainRestricted { domain_name: Some(domain_name) }
            } else if let Some(domain_name) = param(&AVAILABLE) {
                wix::Error::DomainAvailableForPurchase { domain_name: Some(domain_name) }
            } else {
                unrecognized()
            }
        }
        "Invalid connection type" => {
            wix::Error::InvalidConnectionType { connection_type: param(&CONNECTION_TYPE) }
        }
        "NOT_FOUND" => wix::Error::ResourceNotFound,
        "PERMISSION_DENIED" => wix::Error::PermissionDenied,
        _ => unrecognized(),
    }
}

#[derive(Deserialize)]
struct WapiBody {
    response: WapiResponse,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "a client keeps more than the error")]
struct WapiResponse {
    code: WapiCode,
    result: String,
    // A number, or a text of digits, or any other text.
    timestamp: Value,
    #[serde(rename = "clTRID")]
    client_id: Option<String>,
    #[serde(rename = "svTRID")]
    id: String,
    command: String,
    data: Option<Value>,
}

/// WAPI sends codes as numbers and as texts of digits.
#[derive(Deserialize)]
#[serde(untagged)]
enum WapiCode {
    Number(u32),
    Text(String),
}

impl WapiCode {
    fn number(&self) -> u32 {
        match self {
            Self::Number(number) => *number,
            Self::Text(digits) => digits.parse().unwrap_or_default(),
        }
    }
}

pub(crate) fn wapi(body: &[u8]) -> wapi::Error {
    match serde_json::from_slice::<WapiBody>(body) {
        Ok(body) => wapi_error(body.response.code.number(), &body.response.result),
        Err(_) => System::new("").into(),
    }
}

/// Lists the codes in the bodies alone: all of WAPI's would take longer.
fn wapi_error(code: u32, result: &str) -> wapi::Error {
    match code {
        2001 => wapi::Error::MissingUser,
        2051 => wapi::Error::IpAddressNotAllowed,
        2201 => wapi::Error::UnsupportedTld,
        3201 => wapi::Error::DomainRegistered,
        3204 => wapi::Error::DomainInQuarantine,
        3210 => wapi::Error::DomainSendAuthInfoUnavailable,
        4000 => wapi::Error::InternalError,
        5001 => wapi::Error::InternalAuthenticationError,
        _ => Unrecognized::new(result).with_code(&*code.to_string()).into(),
    }
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "a client keeps more than the error")]
struct WapiXml {
    code: u32,
    result: String,
    timestamp: Option<String>,
    #[serde(rename = "clTRID")]
    client_id: Option<String>,
    #[serde(rename = "svTRID")]
    id: String,
    command: String,
}

pub(crate) fn wapi_xml(body: &[u8]) -> wapi::Error {
    let body = std::str::from_utf8(body).ok();
    match body.and_then(|body| quick_xml::de::from_str::<WapiXml>(body).ok()) {
        Some(body) => wapi_error(body.code, &body.result),
        None => System::new("").into(),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code, reason = "a client keeps more than the error")]
struct DomainsBody {
    status_code: u16,
    timestamp: Option<String>,
    path: Option<String>,
    method: Option<String>,
    message: DomainsMessage,
    error: Option<String>,
    error_code: Option<String>,
}

/// The framework of the service sends a list where the validation of a request failed.
#[derive(Deserialize)]
#[serde(untagged)]
enum DomainsMessage {
    Text(String),
    List(Vec<String>),
}

pub(crate) fn domains(body: &[u8]) -> domains::Error {
    use domains::Error;

    let Ok(body) = serde_json::from_slice::<DomainsBody>(body) else {
        return System::new("").into();
    };
    let status = HttpStatus::new(body.status_code);
    let (message, code) = match (&body.message, &body.error_code) {
        (DomainsMessage::Text(message), Some(code)) => (message, code),
        (DomainsMessage::Text(message), None) => {
            let system = System::new(&**message);
            return status.map_or(system.clone(), |status| system.with_status(status)).into();
        }
        (DomainsMessage::List(texts), _) => {
            let message = body.error.as_deref().unwrap_or_default();
            let violations = texts.iter().map(|text| Violation::new(&**text));
            let validation = violations.fold(Validation::new(message), Validation::with_violation);
            return status
                .map_or(validation.clone(), |status| validation.with_status(status))
                .into();
        }
    };
    match code.as_str() {
        "DOMAIN_001" => Error::DomainNotFound,
        "DOMAIN_002" => Error::DomainAlreadyExists,
        "DOMAIN_003" => Error::DomainUnavailable,
        "DOMAIN_004" => Error::DomainVerificationFailed,
        "DOMAIN_005" => Error::DomainUpdateFailed,
        "DOMAIN_006" => Error::QuotaExceeded,
        "DOMAIN_007" => Error::InsufficientFunds,
        "DOMAIN_008" => Error::DnsConfigurationFailed,
        "DOMAIN_009" => Error::DnsRecordNotFound,
        "DOMAIN_010" => Error::DnsPropagationTimeout,
        "DOMAIN_011" => Error::SslIssuanceFailed,
        "DOMAIN_012" => Error::SslCertificateNotFound,
        "DOMAIN_013" => Error::CdnProvisioningFailed,
        "DOMAIN_014" => Error::RouteNotFound,
        "DOMAIN_015" => Error::RouteConflict,
        "DOMAIN_016" => Error::TransferFailed,
        "DOMAIN_017" => Error::TransferNotFound,
        "DOMAIN_018" => Error::InvalidAuthCode,
        "DOMAIN_019" => Error::HealthCheckFailed,
        "DOMAIN_020" => Error::IntegrationRegistrarFailed,
        "DOMAIN_021" => Error::IntegrationCdnFailed,
        "DOMAIN_022" => Error::IntegrationDnsFailed,
        "DOMAIN_023" => Error::IntegrationSslFailed,
        _ => Unrecognized::new(&**message).with_code(&**code).into(),
    }
}
