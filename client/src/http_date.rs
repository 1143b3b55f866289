//! The dates of HTTP (RFC 9110 §5.6.7): the form that is written, and the two that are still read.

use std::time::{Duration, SystemTime};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Reads a date of any of the three forms. The name of the day is not looked at.
///
/// The two digits of an `rfc850-date`'s year are of the year nearest to that of the reference which is not
/// more than 50 years ahead of it; without a reference, from 1970 to 2069.
pub(crate) fn read(text: &str, reference: Option<SystemTime>) -> Option<SystemTime> {
    let (day_name, rest) = text.split_once(' ')?;
    let date = if day_name.ends_with(',') {
        match rest.contains('-') {
            true => rfc850(rest, reference),
            false => imf_fixdate(rest),
        }
    } else {
        asctime(rest)
    };
    let seconds = date?.seconds()?;
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds))
}

struct Date<'a> {
    year: u64,
    month: &'a str,
    day: u64,
    time: &'a str,
}

/// `06 Nov 1994 08:49:37 GMT`
fn imf_fixdate(text: &str) -> Option<Date<'_>> {
    let [day, month, year, time, "GMT"] = parts(text, ' ')? else {
        return None;
    };
    Some(Date {
        year: digits(year, 4)?,
        month,
        day: digits(day, 2)?,
        time,
    })
}

/// `06-Nov-94 08:49:37 GMT`
fn rfc850(text: &str, reference: Option<SystemTime>) -> Option<Date<'_>> {
    let [date, time, "GMT"] = parts(text, ' ')? else {
        return None;
    };
    let [day, month, year] = parts(date, '-')?;
    let latest = reference.and_then(year_of).map_or(2069, |year| year + 50);
    let year = digits(year, 2)?;
    Some(Date {
        year: latest - (latest - year) % 100,
        month,
        day: digits(day, 2)?,
        time,
    })
}

/// `Nov  6 08:49:37 1994`
fn asctime(text: &str) -> Option<Date<'_>> {
    let (month, rest) = text.split_at_checked(4)?;
    let (day, rest) = rest.split_at_checked(2)?;
    let [time, year] = parts(rest.strip_prefix(' ')?, ' ')?;
    Some(Date {
        year: digits(year, 4)?,
        month: month.strip_suffix(' ')?,
        day: digits(day.trim_start(), day.trim_start().len())?,
        time,
    })
}

impl Date<'_> {
    /// The seconds since the beginning of 1970, if there is such a moment.
    fn seconds(&self) -> Option<u64> {
        let month = MONTHS.iter().position(|name| *name == self.month)?;
        let [hour, minute, second] = parts(self.time, ':')?;
        let [hour, minute, second] = [digits(hour, 2)?, digits(minute, 2)?, digits(second, 2)?];
        // 60 is a leap second, which has the number of the one after it.
        let is_time = hour < 24 && minute < 60 && second <= 60;
        let is_day = (1..=days_of(self.year, month)).contains(&self.day);
        if self.year < 1970 || !is_time || !is_day {
            return None;
        }
        let of_months: u64 = (0..month).map(|month| days_of(self.year, month)).sum();
        let days = days_before(self.year) - days_before(1970) + of_months + self.day - 1;
        Some(days * 86_400 + hour * 3_600 + minute * 60 + second)
    }
}

const fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

const fn days_of(year: u64, month: usize) -> u64 {
    match month {
        1 => 28 + is_leap(year) as u64,
        3 | 5 | 8 | 10 => 30,
        _ => 31,
    }
}

/// The days from the beginning of year 1 to that of the year.
const fn days_before(year: u64) -> u64 {
    let past = year - 1;
    past * 365 + past / 4 - past / 100 + past / 400
}

fn year_of(moment: SystemTime) -> Option<u64> {
    let since = moment.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    // The mean length of a year: good enough for a choice among centuries.
    Some(1970 + since.as_secs() / 31_556_952)
}

fn digits(text: &str, length: usize) -> Option<u64> {
    let is_number = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

fn parts<const N: usize>(text: &str, between: char) -> Option<[&str; N]> {
    let parts: Vec<_> = text.split(between).collect();
    parts.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(text: &str, reference: Option<u64>) -> Option<u64> {
        let moment = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        let read = read(text, reference.map(moment))?;
        Some(
            read.duration_since(SystemTime::UNIX_EPOCH)
                .unwrap()
                .as_secs(),
        )
    }

    #[test]
    fn each_form_of_a_date_is_read() {
        const IN_2026: u64 = 1_790_000_000;
        for (text, reference, expected) in [
            ("Sun, 06 Nov 1994 08:49:37 GMT", None, Some(784_111_777)),
            ("Sunday, 06-Nov-94 08:49:37 GMT", None, Some(784_111_777)),
            ("Sun Nov  6 08:49:37 1994", None, Some(784_111_777)),
            ("Wed Nov 16 08:49:37 1994", None, Some(784_975_777)),
            ("Thu, 01 Jan 1970 00:00:00 GMT", None, Some(0)),
            ("Tue, 29 Feb 2000 00:00:00 GMT", None, Some(951_782_400)),
            ("Mon, 01 Mar 2100 00:00:00 GMT", None, Some(4_107_542_400)),
            ("Fri, 31 Dec 9999 23:59:59 GMT", None, Some(253_402_300_799)),
            ("Sat, 31 Dec 2016 23:59:60 GMT", None, Some(1_483_228_800)),
            // 2076 is 50 years ahead of 2026, and 2077 is 51.
            (
                "Wednesday, 01-Jan-76 00:00:00 GMT",
                Some(IN_2026),
                Some(3_345_062_400),
            ),
            (
                "Saturday, 01-Jan-77 00:00:00 GMT",
                Some(IN_2026),
                Some(220_924_800),
            ),
            ("Thursday, 01-Jan-70 00:00:00 GMT", None, Some(0)),
            ("Tuesday, 01-Jan-69 00:00:00 GMT", None, Some(3_124_224_000)),
            ("Mon, 29 Feb 2100 00:00:00 GMT", None, None),
            ("Sun, 31 Nov 1994 08:49:37 GMT", None, None),
            ("Sun, 00 Nov 1994 08:49:37 GMT", None, None),
            ("Sun, 06 Nov 1994 24:00:00 GMT", None, None),
            ("Sun, 06 Nov 1994 08:49:37 CET", None, None),
            ("Sun, 06 Nov 1994 08:49:37", None, None),
            ("Sun, +6 Nov 1994 08:49:37 GMT", None, None),
            ("Wed, 31 Dec 1969 23:59:59 GMT", None, None),
            ("Sun, 06 Nov 94 08:49:37 GMT", None, None),
            ("Sun Nov \u{e9}6 08:49:37 1994", None, None),
            ("soon", None, None),
            ("", None, None),
        ] {
            assert_eq!(seconds(text, reference), expected, "{text}");
        }
    }
}
