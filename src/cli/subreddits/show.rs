use std::fmt::Write;

use clap::Args;

use super::{Known, chart, closed_words, hours};
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::{Block, plain, plain_block};
use crate::cli::time::{age, ago};
use crate::model::{SubredditState, Timestamp, subreddit_name};
use crate::nearest::nearest;
use crate::services::Services;

/// Which subreddit.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl subreddits show freelance
  leadctl subreddits show r/freelance -o json")]
pub struct ShowArgs {
    /// Its name, with or without r/
    #[arg(value_name = "NAME", value_parser = subreddit_name)]
    name: String,
}

impl ShowArgs {
    pub(super) async fn run(self, ctx: &Context, services: &Services) -> anyhow::Result<Exit> {
        let mut all = Known::all(services).await?.into_iter();
        let known = all.find(|known| known.profile.name.eq_ignore_ascii_case(&self.name));
        let Some(known) = known else {
            return Err(unknown(services, &self.name).await?.into());
        };
        let now = services.clock.now();
        ctx.out.show(&known, || text(&known, now))?;
        Ok(Exit::Done)
    }
}

async fn unknown(services: &Services, name: &str) -> anyhow::Result<CliError> {
    let all = services.store.subreddits().await?;
    let analyse = format!("`leadctl jobs enqueue subreddit {name}` analyses it");
    let hint = match nearest(name, all.iter().map(|profile| profile.name.as_str())) {
        Some(meant) => format!("did you mean {meant}? {analyse}"),
        None => analyse,
    };
    Ok(CliError::not_found(format!("nothing is known of r/{name} yet")).hint(hint).target(name))
}

/// All of it for people.
fn text(known: &Known, now: Timestamp) -> String {
    let p = &known.profile;
    let left = known.fresh_until.since(now);
    let fresh = if known.fresh { format!("fresh for {}", age(left)) } else { "stale".to_owned() };
    let mut block = Block::new().line("name", format!("r/{}", p.name));
    if p.state == SubredditState::Open {
        let adults = if p.over_18 { "for adults" } else { "no" };
        block = block
            .line("title", &p.title)
            .line("description", &p.description)
            .line("subscribers", subscribers(known))
            .line("over 18", adults)
            .line("promotion", promotion(known))
            .line("posts a day", posts(known))
            .line("best hours (UTC)", best(known));
    } else {
        block = block.line("state", format!("{}: it cannot be read", p.state));
    }
    let analysed = if known.analysed {
        format!("{}, {}; {fresh}", ago(p.analysed_at, now), p.analysed_at)
    } else {
        "never".to_owned()
    };
    block = block.line("analysed", analysed);
    for closed in &known.closed_for {
        let words = format!("{}: {}", closed.campaign, closed_words(closed, now));
        block = block.line("not read for", words);
    }
    let mut text = block.text();
    if p.activity.sampled > 0 {
        let _ = write!(text, "\nposts by hour (UTC)\n{}", chart::by_hour(&p.activity.by_hour));
        let _ = write!(text, "\nposts by weekday\n{}", chart::by_weekday(&p.activity.by_weekday));
    }
    rules(known, &mut text);
    text
}

fn subscribers(known: &Known) -> String {
    let all = known.profile.subscribers.map_or_else(|| "-".to_owned(), |n| n.to_string());
    match known.profile.active_users {
        Some(active) => format!("{all} ({active} there at the time)"),
        None => all,
    }
}

fn promotion(known: &Known) -> String {
    let p = &known.profile;
    if p.promotion_reason.is_empty() {
        p.promotion.to_string()
    } else {
        format!("{}: {}", p.promotion, p.promotion_reason)
    }
}

fn posts(known: &Known) -> String {
    let activity = &known.profile.activity;
    format!("{:.1} (of {} sampled)", activity.posts_per_day, activity.sampled)
}

fn best(known: &Known) -> String {
    let activity = &known.profile.activity;
    if activity.best_hours.is_empty() && activity.sampled > 0 {
        return "too few posts to tell".to_owned();
    }
    hours(&activity.best_hours)
}

fn rules(known: &Known, text: &mut String) {
    let rules = &known.profile.rules;
    if rules.is_empty() {
        return;
    }
    text.push_str("\nrules\n");
    for (n, rule) in rules.iter().enumerate() {
        let _ = writeln!(text, "{:>2}. {}", n + 1, plain(rule.name.trim()));
        let description = rule.description.trim();
        if !description.is_empty() && description != rule.name.trim() {
            for line in plain_block(description).lines().filter(|line| !line.trim().is_empty()) {
                let _ = writeln!(text, "    {}", line.trim());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::model::{Activity, PromotionTolerance, SubredditProfile, SubredditRule};

    fn profile() -> SubredditProfile {
        SubredditProfile {
            name: "freelance".into(),
            state: SubredditState::Open,
            title: "Free\u{1b}[31mlancers".into(),
            description: "For people\nwho work for themselves".into(),
            subscribers: Some(310_000),
            active_users: Some(420),
            over_18: false,
            rules: vec![
                SubredditRule {
                    name: "No self-promotion".into(),
                    description: "Posts that sell\n\nwill be removed.\u{202e}".into(),
                },
                SubredditRule { name: "Be kind".into(), description: "Be kind".into() },
            ],
            activity: Activity {
                sampled: 300,
                posts_per_day: 41.25,
                by_hour: (0..24).map(|hour| (hour * 7) % 24).collect(),
                by_weekday: vec![50, 48, 47, 45, 40, 30, 40],
                best_hours: vec![14, 15, 9],
            },
            promotion: PromotionTolerance::Forbidden,
            promotion_reason: "rule \"No self-promotion\": \"no self\"".into(),
            analysed_at: Timestamp::from_secs(1_780_000_000),
        }
    }

    fn shown(profile: SubredditProfile, days_later: u64) -> String {
        let now = profile.analysed_at.plus(Duration::from_secs(days_later * 86_400));
        text(&Known::new(profile, 7, now), now)
    }

    #[test]
    fn everything_is_told_and_nothing_acts_on_the_terminal() {
        insta::assert_snapshot!(shown(profile(), 3));
    }

    #[test]
    fn what_cannot_be_read_says_so_and_age_is_told() {
        let closed = SubredditProfile {
            state: SubredditState::Private,
            activity: Activity::default(),
            rules: Vec::new(),
            ..profile()
        };
        insta::assert_snapshot!(shown(closed, 9));
    }
}
