use serde_json::{Value, json};

use crate::model::PostKind;
use crate::sandbox::places::Place;
use crate::sandbox::posts::{Invented, Removal};

/// Text as it stands in an answer: escaped unless `raw`.
pub(super) fn text(text: &str, raw: bool) -> String {
    if raw {
        text.to_owned()
    } else {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    }
}

/// A page of posts.
pub(super) fn listing(posts: Vec<Value>, after: Option<&str>) -> Value {
    json!({
        "kind": "Listing",
        "data": {
            "after": after, "before": null, "dist": posts.len(), "modhash": null, "geo_filter": "",
            "children": posts,
        },
    })
}

/// One post with its kind.
pub(super) fn post(invented: &Invented, raw: bool) -> Value {
    match invented.post.kind {
        PostKind::Submission => submission(invented, raw),
        PostKind::Comment => comment(invented, raw),
    }
}

fn submission(invented: &Invented, raw: bool) -> Value {
    let post = &invented.post;
    let is_self = post.url.is_none();
    let url = post.url.clone().unwrap_or_else(|| post.web_url());
    let created = seconds(invented);
    let domain =
        if is_self { format!("self.{}", post.subreddit) } else { "pictures.example".to_owned() };
    json!({
        "kind": "t3",
        "data": {
            "id": short(&post.id),
            "name": post.id,
            "subreddit": post.subreddit,
            "subreddit_id": invented.place.fullname(),
            "subreddit_name_prefixed": format!("r/{}", post.subreddit),
            "subreddit_subscribers": invented.place.subscribers,
            "subreddit_type": "public",
            "author": author(invented),
            "title": text(&post.title, raw),
            "selftext": text(&post.body, raw),
            "permalink": post.permalink,
            "url": text(&url, raw),
            "domain": domain,
            "score": post.score.max(0),
            "ups": post.score.max(0),
            "downs": 0,
            "upvote_ratio": upvote_ratio(post.score),
            "num_comments": post.num_comments,
            "created": created,
            "created_utc": created,
            "edited": false,
            "over_18": post.over_18,
            "stickied": post.stickied,
            "locked": false,
            "archived": false,
            "spoiler": false,
            "is_self": is_self,
            "is_video": false,
            "link_flair_text": null,
            "removed_by_category": invented.removal.map(Removal::category),
        },
    })
}

fn comment(invented: &Invented, raw: bool) -> Value {
    let post = &invented.post;
    let created = seconds(invented);
    let link = post.permalink.trim_end_matches('/').rsplit_once('/').map_or("", |(link, _)| link);
    json!({
        "kind": "t1",
        "data": {
            "id": short(&post.id),
            "name": post.id,
            "subreddit": post.subreddit,
            "subreddit_id": invented.place.fullname(),
            "subreddit_name_prefixed": format!("r/{}", post.subreddit),
            "subreddit_type": "public",
            "author": author(invented),
            "body": text(&post.body, raw),
            "link_id": invented.parent,
            "parent_id": invented.parent,
            "link_title": text(&post.title, raw),
            "link_permalink": format!("https://www.reddit.com{link}/"),
            "permalink": post.permalink,
            "score": post.score,
            "ups": post.score,
            "downs": 0,
            "created": created,
            "created_utc": created,
            "edited": false,
            "over_18": post.over_18,
            "stickied": post.stickied,
            "locked": false,
            "archived": false,
            "controversiality": 0,
            "is_submitter": false,
            "replies": "",
        },
    })
}

/// A subreddit as `about` tells it.
pub(super) fn about(place: &Place, raw: bool) -> Value {
    let created = place.created_at().millis() as f64 / 1000.0;
    let active = place.subscribers / 700 + 3;
    json!({
        "kind": "t5",
        "data": {
            "id": &place.fullname()[3..],
            "name": place.fullname(),
            "display_name": place.name,
            "display_name_prefixed": format!("r/{}", place.name),
            "title": text(place.title, raw),
            "public_description": text(place.description, raw),
            "description": text(place.description, raw),
            "subscribers": place.subscribers,
            "active_user_count": active,
            "accounts_active": active,
            "created": created,
            "created_utc": created,
            "over18": false,
            "quarantine": false,
            "subreddit_type": "public",
            "url": format!("/r/{}/", place.name),
            "lang": "en",
        },
    })
}

/// A subreddit's rules, and those of the whole site.
pub(super) fn rules(place: &Place, raw: bool) -> Value {
    let rules: Vec<Value> = place
        .rules
        .iter()
        .enumerate()
        .map(|(priority, (name, description))| {
            json!({
                "kind": "all",
                "short_name": text(name, raw),
                "description": text(description, raw),
                "violation_reason": text(name, raw),
                "created_utc": place.created_at().millis() as f64 / 1000.0,
                "priority": priority,
            })
        })
        .collect();
    json!({
        "rules": rules,
        "site_rules": ["Spam", "Personal and confidential information", "Threatening, harassing, or inciting violence"],
        "site_rules_flow": [],
    })
}

fn short(fullname: &str) -> &str {
    fullname.get(3..).unwrap_or(fullname)
}

fn author(invented: &Invented) -> &str {
    invented.post.author.as_deref().unwrap_or("[deleted]")
}

/// Whole seconds, as Reddit tells them.
fn seconds(invented: &Invented) -> f64 {
    invented.post.created_at.millis().div_euclid(1000) as f64
}

fn upvote_ratio(score: i64) -> f64 {
    match score {
        ..0 => 0.35,
        0 => 0.5,
        1..10 => 0.86,
        _ => 0.97,
    }
}
