//! Reads `Retry-After`: seconds, or a date of HTTP.
//!
//! The maintained readers of these dates need a clock, and so the standard library.

/// The months, as HTTP writes them.
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Returns the seconds to wait from a moment on, which dates are relative to. [`u32::MAX`] if the
/// value is too large or cannot be read: waiting too long does less harm than asking too early.
pub(crate) fn seconds(value: &str, now: Option<i64>) -> u32 {
    let value = value.trim_matches([' ', '\t']);
    let until = || {
        let seconds = date(value)?.saturating_sub(now?);
        Some(u32::try_from(seconds.max(0)).unwrap_or(u32::MAX))
    };
    number(value).or_else(until).unwrap_or(u32::MAX)
}

/// Returns a number, rounded up.
fn number(text: &str) -> Option<u32> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_up = !digits(fraction)?.all(|digit| digit == 0);
    let add = |number: u32, digit| number.saturating_mul(10).saturating_add(digit);
    Some(digits(whole)?.fold(0, add).saturating_add(is_up.into()))
}

fn digits(text: &str) -> Option<impl Iterator<Item = u32>> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.bytes().map(|byte| u32::from(byte - b'0')))
}

/// Returns the seconds since 1970 of a date in one of the three forms of RFC 9110.
pub(crate) fn date(text: &str) -> Option<i64> {
    let mut words = text.split([' ', ',', '-']).filter(|word| !word.is_empty());
    let words: [&str; 7] = core::array::from_fn(|_| words.next().unwrap_or_default());
    let ([_, day, month, year, time, "GMT", ""] | [_, month, day, time, year, "", ""]) = words
    else {
        return None;
    };
    let month = (1..).zip(MONTHS).find_map(|(number, name)| (name == month).then_some(number))?;
    let year = match (year.len(), short(year)?) {
        (2, year @ 70..) => 1900 + year,
        (2, year) => 2000 + year,
        (4, year) => year,
        _ => return None,
    };
    let first = days(year, month);
    let length = days(year + month / 12, month % 12 + 1) - first;
    let day = short(day).filter(|day| (1..=length).contains(day))?;
    Some((first + day - 1) * 86_400 + time_of_day(time)?)
}

/// Returns the seconds since midnight, which can have a leap second.
fn time_of_day(text: &str) -> Option<i64> {
    let (hour, rest) = text.split_once(':')?;
    let (minute, second) = rest.split_once(':')?;
    let part = |text: &str, end| short(text).filter(|number| text.len() == 2 && *number < end);
    Some(part(hour, 24)? * 3600 + part(minute, 60)? * 60 + part(second, 61)?)
}

/// Returns a number of at most four digits.
fn short(text: &str) -> Option<i64> {
    let digits = digits(text).filter(|_| text.len() <= 4)?;
    Some(digits.fold(0, |number, digit| number * 10 + i64::from(digit)))
}

/// Returns the days from 1970 to the first day of a month.
fn days(year: i64, month: i64) -> i64 {
    // In years that begin in March, the leap day comes last.
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (153 * month + 2) / 5 - 719_468
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::{date, seconds};

    #[test]
    fn numbers_are_rounded_up_and_saturate() {
        for (value, expected) in [
            ("0", 0),
            ("120", 120),
            (" \t007 ", 7),
            ("1.0", 1),
            ("1.01", 2),
            ("0.000000000000000000001", 1),
            ("4294967294.5", u32::MAX),
            ("4294967295", u32::MAX),
            ("99999999999999999999999999", u32::MAX),
        ] {
            assert_eq!(seconds(value, None), expected, "{value}");
        }
    }

    #[test]
    fn a_value_that_cannot_be_read_is_a_long_delay() {
        for value in [
            "",
            "-1",
            "+1",
            "soon",
            "1s",
            "1.",
            ".5",
            "1.2.3",
            "1e3",
            "0x10",
            "1 2",
            "\u{a0}1",
            "١٢",
            "Sun, 06 Nov 1994 08:49:37 +0100",
            "Sun, 30 Feb 2025 08:49:37 GMT",
            "Sun, 00 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 24:00:00 GMT",
            "Sun, 06 Nov 1994 8:49:37 GMT",
            "Sun, 06 Now 1994 08:49:37 GMT",
            "Sun, 06 Nov 194 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:60:37 GMT",
            "Sun, 06 Nov 1994 08:49:61 GMT",
            "Sun, 06 Nov 1994 08:49 GMT",
        ] {
            assert_eq!(seconds(value, Some(784_111_777)), u32::MAX, "{value}");
        }
    }

    #[test]
    fn every_date_is_the_one_of_httpdate() {
        // To the year 9999, in steps that reach every month, day and hour.
        for unix in (0..253_402_300_800).step_by(1_000_003) {
            let moment = UNIX_EPOCH + Duration::from_secs(unix);
            assert_eq!(date(&httpdate::fmt_http_date(moment)), Some(i64::try_from(unix).unwrap()));
        }
    }

    #[test]
    fn dates_are_relative_to_a_moment() {
        for value in [
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
        ] {
            assert_eq!(date(value), Some(784_111_777), "{value}");
            assert_eq!(seconds(value, Some(784_111_700)), 77, "{value}");
            assert_eq!(seconds(value, Some(784_111_777)), 0, "{value}");
            assert_eq!(seconds(value, Some(784_111_778)), 0, "it has passed");
            assert_eq!(seconds(value, None), u32::MAX, "the moment is unknown");
        }
        assert_eq!(date("Thu, 01 Jan 1970 00:00:00 GMT"), Some(0));
        assert_eq!(date("Thu, 29 Feb 2024 23:59:60 GMT"), Some(1_709_251_200));
        assert_eq!(date("Fri, 31 Dec 9999 23:59:59 GMT"), Some(253_402_300_799));
        assert_eq!(date("Wednesday, 01-Jan-69 00:00:00 GMT"), Some(3_124_224_000));
        assert_eq!(seconds("Fri, 31 Dec 9999 23:59:59 GMT", Some(0)), u32::MAX);
    }
}
