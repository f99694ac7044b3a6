use std::fmt::Write;

/// Eighths of a column, from nothing to full.
const LEVELS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Longest bar of a weekday, in characters.
const WIDTH: u32 = 24;
const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// The hours of a day as columns of two characters over an axis.
pub(super) fn by_hour(counts: &[u32]) -> String {
    let most = counts.iter().copied().max().unwrap_or(0);
    let mut bars = String::new();
    for count in counts {
        let level = LEVELS[scaled(*count, most, 8) as usize];
        bars.push(level);
        bars.push(level);
    }
    let axis: String = (0..counts.len())
        .map(|hour| if hour % 3 == 0 { format!("{hour:<2}") } else { "  ".to_owned() })
        .collect();
    format!("{}\n{}\n", bars.trim_end(), axis.trim_end())
}

/// One bar for each weekday.
pub(super) fn by_weekday(counts: &[u32]) -> String {
    let most = counts.iter().copied().max().unwrap_or(0);
    counts.iter().zip(WEEKDAYS).fold(String::new(), |mut text, (count, day)| {
        let bar = "█".repeat(scaled(*count, most, WIDTH) as usize);
        let gap = if bar.is_empty() { "" } else { " " };
        let _ = writeln!(text, "{day} {bar}{gap}{count}");
        text
    })
}

/// `count` on a scale from 0 to `full`; what is not nothing is at least 1.
fn scaled(count: u32, most: u32, full: u32) -> u32 {
    if count == 0 || most == 0 {
        return 0;
    }
    let share = u64::from(count) * u64::from(full) / u64::from(most);
    u32::try_from(share).unwrap_or(full).clamp(1, full)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_busiest_hour_is_full_and_a_lone_post_is_seen() {
        let mut counts = vec![0; 24];
        counts[0] = 1;
        counts[14] = 100;
        let chart = by_hour(&counts);
        let (bars, axis) = chart.split_once('\n').unwrap();
        assert!(bars.starts_with("▁▁ "), "{chart}");
        assert!(bars.ends_with("██"), "{chart}");
        assert_eq!(bars.chars().count(), 30);
        assert_eq!(axis.trim_end(), "0     3     6     9     12    15    18    21");
    }

    #[test]
    fn nothing_is_no_bar() {
        assert_eq!(by_weekday(&[0, 3]), format!("Mon 0\nTue {} 3\n", "█".repeat(24)));
        assert_eq!(by_hour(&[]), "\n\n");
    }
}
