//! Every fault of a provider, at every step of an order. An order that may have been carried out is
//! never posted again, and it has one outcome in the log and one answer.

mod table;

use std::sync::Arc;
use std::time::Duration;

use domain_errors::{BodyFormat, Retry, domains, wapi, wix};
use tokio::task::JoinSet;

use crate::house::{House, Outcome, Plan, order};
use crate::provider::{NAME, Play, Provider, Role, answer};
use crate::service::providers::Format;
use crate::service::{Action, State};
use crate::upstreams::StandIn;
use crate::upstreams::domains::Domains;
use crate::upstreams::wapi::Wapi;
use crate::upstreams::wix::Wix;
use table::Fault;

/// The longest delay that the gateway waits for, in seconds.
const LONGEST: u32 = 5;

/// The number of orders that are open at the same time.
const AT_ONCE: usize = 24;

/// The end of the lookup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Found,
    Absent,
    Busy,
    Busier,
    Broken,
    Page,
    Lost,
}

/// An order and its expected outcome.
struct Row {
    about: String,
    role: Role,
    outcome: Result<State, Retry>,
    looks: u32,
}

impl Row {
    fn new(fault: &Fault, look: Look, play: Play, name: &str) -> Self {
        let is_open = match fault.retry {
            Retry::Query => true,
            Retry::Later { after_seconds } => {
                after_seconds.is_none_or(|seconds| seconds <= LONGEST)
            }
            Retry::Never | Retry::AfterFix => false,
        };
        let (outcome, looks) = match look {
            _ if !is_open => (Err(fault.retry), 0),
            Look::Found => (Ok(State::Active), 1),
            Look::Absent => (Err(fault.retry), 1),
            Look::Busy | Look::Broken | Look::Lost => (Err(Retry::Query), 3),
            Look::Busier | Look::Page => (Err(Retry::Query), 1),
        };
        let role = Role { register: fault.play.about(name), look: play };
        Self { about: format!("{}, then {look:?}", fault.about), role, outcome, looks }
    }
}

/// Counts of everything that happened.
#[derive(Debug, Default, PartialEq, Eq)]
struct Totals {
    faults: usize,
    orders: usize,
    posts: u32,
    looks: u32,
    answers: usize,
    outcomes: usize,
}

/// Returns the totals if every order was posted, answered and logged once.
fn once_each(faults: usize, orders: usize, looks: u32) -> Totals {
    let posts = u32::try_from(orders).unwrap();
    Totals { faults, orders, posts, looks, answers: orders, outcomes: orders }
}

/// The answers of a provider, in its own words.
struct Words<S: StandIn> {
    stand_in: S,
    format: Format,
    absent: S::Error,
    /// Bodies with status 200 that are not a success.
    inside: &'static [(&'static str, Retry)],
}

impl<S: StandIn> Words<S> {
    fn look(&self, look: Look, name: &str) -> Play {
        Play::Write(match look {
            Look::Found => {
                answer(200, &[], self.stand_in.success(Action::Look, name).response.body())
            }
            Look::Absent => {
                let absent = self.stand_in.refusal(&self.absent).unwrap().response;
                answer(absent.status().as_u16(), &[], absent.body())
            }
            Look::Busy => answer(503, &[("Retry-After", "1")], ""),
            Look::Busier => answer(429, &[("Retry-After", "600")], ""),
            Look::Page => answer(404, &[], "<html>not found</html>"),
            Look::Broken => return Play::Reset(b"HTTP/1.1 200 \r\n".to_vec()),
            Look::Lost => return Play::Hang(Vec::new()),
        })
    }

    /// Runs an order through the gateway for each fault and each lookup, over REST and over gRPC.
    async fn run(&self, timeout: Duration, faults: &[Fault], looks: &[Look]) -> Totals {
        let provider = Provider::start().await;
        let addresses = Some(provider.addresses());
        let longest = Duration::from_secs(LONGEST.into());
        let plan = Plan { format: self.format, timeout, longest, addresses, ..Plan::default() };
        let house = Arc::new(House::start(plan).await);
        let mut rows = Vec::new();
        for (fault, look) in
            faults.iter().flat_map(|fault| looks.iter().map(move |look| (fault, *look)))
        {
            for protocol in ["rest", "grpc"] {
                let name = format!("{protocol}{:05}.example", rows.len());
                let row = Row::new(fault, look, self.look(look, &name), &name);
                provider.assign(&name, row.role.clone());
                rows.push((name, row));
            }
        }
        let mut totals = Totals { faults: faults.len(), orders: rows.len(), ..Totals::default() };
        for rows in rows.chunks(AT_ONCE) {
            self.place(&house, rows, &mut totals).await;
            let logged = house.logged_by_name();
            totals.outcomes += logged.len();
            for (name, row) in rows {
                let (posts, looks) = provider.received(name);
                assert_eq!((posts, looks), (1, row.looks), "{}", row.about);
                (totals.posts, totals.looks) = (totals.posts + posts, totals.looks + looks);
                let own: Vec<_> = logged.iter().filter(|(other, _)| other == name).collect();
                let advice: Vec<_> = own.iter().map(|(_, outcome)| advice(outcome)).collect();
                assert_eq!(advice, [row.outcome], "{}: {own:?}", row.about);
            }
        }
        totals
    }

    /// Places orders, all at once, and checks the answers.
    async fn place(&self, house: &Arc<House>, rows: &[(String, Row)], totals: &mut Totals) {
        let mut clients = JoinSet::new();
        for (name, row) in rows {
            let (house, order) = (Arc::clone(house), order(S::PROVIDER, name));
            let (about, expected) = (row.about.clone(), row.outcome);
            clients.spawn(async move {
                let outcome = house.outcome(&order).await;
                assert_eq!(advice(&outcome), expected, "{about}");
            });
        }
        totals.answers += clients.join_all().await.len();
    }

    /// Runs all faults, and returns the totals of those that end and of those that do not.
    async fn all(&self) -> [Totals; 2] {
        let success = self.stand_in.success(Action::Register, NAME).response.into_body();
        let looks = [Look::Found, Look::Absent, Look::Busy, Look::Busier, Look::Broken, Look::Page];
        let quick = table::quick(&success, self.inside);
        let hour = Duration::from_secs(3600);
        let short = Duration::from_secs(2);
        [
            self.run(hour, &quick, &looks).await,
            self.run(short, &table::slow(), &[Look::Found, Look::Lost]).await,
        ]
    }
}

/// Returns the state, or the advice of the failure.
fn advice(outcome: &Outcome) -> Result<State, Retry> {
    outcome.as_ref().copied().map_err(|failure| failure.retry)
}

#[tokio::test]
async fn faults_of_the_domains_service_leave_one_outcome() {
    let words = Words {
        stand_in: Domains,
        format: Format::Json,
        absent: domains::Error::DomainNotFound,
        inside: &[
            (r#"{"status":"FAILED","errorCode":"DOMAIN_001"}"#, Retry::AfterFix),
            (r#"{"status":"FAILED","errorCode":"DOMAIN_020"}"#, Retry::Query),
            (r#"{"name":"name00000.example","status":"FAILED"}"#, Retry::Query),
            (r#"{"name":"name00000.example","status":"NEW_STATE"}"#, Retry::Query),
            (r#"{"name":"other.example","status":"VERIFIED"}"#, Retry::Query),
            (r#"{"status":"VERIFIED"}"#, Retry::Query),
            ("null", Retry::Query),
        ],
    };
    assert_eq!(words.all().await, [once_each(140, 1680, 1680), once_each(3, 12, 24)]);
}

#[tokio::test]
async fn faults_of_wix_leave_one_outcome() {
    let words = Words {
        stand_in: Wix,
        format: Format::Json,
        absent: wix::Error::DomainNameNotFound { domain_name: None },
        inside: &[
            (r#"{"connectedDomain":null}"#, Retry::Query),
            (r#"{"connectedDomain":{}}"#, Retry::Query),
            (r#"{"connectedDomain":{"domain":"other.example"}}"#, Retry::Query),
            (
                r#"{"details":{"applicationError":{"code":"DOMAINS_GUID_NOT_VALID"}}}"#,
                Retry::AfterFix,
            ),
            (r#"{"details":{"systemError":{"errorCode":"X"}}}"#, Retry::Query),
        ],
    };
    assert_eq!(words.all().await, [once_each(138, 1656, 1640), once_each(3, 12, 24)]);
}

#[tokio::test]
async fn faults_of_wapi_in_json_leave_one_outcome() {
    let words = Words {
        stand_in: Wapi(BodyFormat::Json),
        format: Format::Json,
        absent: wapi::Error::DomainOpenFailed,
        inside: &[
            (r#"{"response":{"code":1002}}"#, Retry::Query),
            (r#"{"response":{"code":1003}}"#, Retry::Query),
            (r#"{"response":{"code":1200}}"#, Retry::Query),
            (r#"{"response":{"code":1999}}"#, Retry::Query),
            (r#"{"notify":{"code":1000,"id":1}}"#, Retry::Query),
            (r#"{"response":{"code":1000,"command":"ping"}}"#, Retry::Query),
            (r#"{"response":{"code":2999}}"#, Retry::AfterFix),
            ("User-Agent Rate Limit", Retry::Query),
        ],
    };
    assert_eq!(words.all().await, [once_each(141, 1692, 1700), once_each(3, 12, 24)]);
}

#[tokio::test]
async fn faults_of_wapi_in_xml_leave_one_outcome() {
    let words = Words {
        stand_in: Wapi(BodyFormat::Xml),
        format: Format::Xml,
        absent: wapi::Error::DomainOpenFailed,
        inside: &[
            ("<response><code>1003</code></response>", Retry::Query),
            ("<notify><code>1200</code><id>1</id></notify>", Retry::Query),
            ("<response><code>1000</code><command>ping</command></response>", Retry::Query),
            ("<response><code>1000</code>", Retry::Query),
        ],
    };
    assert_eq!(words.all().await, [once_each(137, 1644, 1640), once_each(3, 12, 24)]);
}
