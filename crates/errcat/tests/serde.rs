//! Words, statuses and facts through serde.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use errcat::{Actor, Facts, GrpcCode, HttpStatus, Outcome, Retry};

#[test]
fn words_are_read_back() {
    for retry in [
        Retry::Never,
        Retry::AfterFix,
        Retry::Later { after_seconds: None },
        Retry::Later { after_seconds: Some(300) },
        Retry::Query,
    ] {
        let json = serde_json::to_string(&retry).unwrap();
        assert_eq!(serde_json::from_str::<Retry>(&json).unwrap(), retry);
    }
    for grpc in GrpcCode::ALL {
        let json = serde_json::to_string(grpc).unwrap();
        assert_eq!(serde_json::from_str::<GrpcCode>(&json).unwrap(), *grpc);
    }
    let status = HttpStatus::new(428).unwrap();
    assert_eq!(serde_json::to_string(&status).unwrap(), "428");
    assert_eq!(serde_json::from_str::<HttpStatus>("428").unwrap(), status);
    assert!(serde_json::from_str::<HttpStatus>("999").is_err());
    assert!(serde_json::from_str::<Actor>("\"somebody\"").is_err());
}

#[test]
fn facts_are_read_back_from_their_json() {
    let facts = Facts {
        outcome: Outcome::Failure,
        http: HttpStatus::new(429).unwrap(),
        grpc: GrpcCode::ResourceExhausted,
        retry: Retry::Later { after_seconds: Some(60) },
        actor: Actor::Operator,
    };
    let json = serde_json::to_string(&facts).unwrap();
    assert_eq!(
        json,
        r#"{"outcome":"failure","http":429,"grpc":"RESOURCE_EXHAUSTED","retry":"later 60s","actor":"operator"}"#
    );
    assert_eq!(serde_json::from_str::<Facts>(&json).unwrap(), facts);
    let error = serde_json::from_str::<Facts>("{}").unwrap_err();
    assert!(format!("{error}").contains("missing field `outcome`"));
}
