use super::facts::{Database, Facts};
use super::line::Line;
use super::postgres;
use crate::db::{Db, DbError};

pub(super) async fn check(facts: &Facts) -> Vec<Line> {
    match &facts.database {
        Database::Unknown => facts.settings().err().unwrap_or_default(),
        Database::Missing => vec![Line::ok("there is none yet; it is made when first used")],
        Database::Unreachable(error) => vec![unreachable(error)],
        Database::Unusable(error) => {
            let hint = "`leadctl config show redis` tells where that is set";
            vec![Line::fail(error.to_string(), hint)]
        }
        Database::Ready(services) => {
            let level = services.db.level().await.unwrap_or_default();
            let message = format!("{}, at migration {level}, the newest", services.db.describe());
            let mut lines = with_damage(&services.db, Line::ok(message)).await;
            lines.extend(postgres::check(&services.db, &facts.clock).await);
            lines
        }
        Database::Other { db, level, newest } if level > newest => {
            let (found, known) = (*level, *newest);
            let hint = "use the newer leadctl that wrote it";
            vec![Line::fail(DbError::Newer { found, known }.to_string(), hint)]
        }
        Database::Other { db, level, newest } => {
            let message = format!("{} is at migration {level} of {newest}", db.describe());
            let hint = "`leadctl db migrate`, or the next command that uses it, applies the rest";
            with_damage(db, Line::warn(message, hint)).await
        }
    }
}

fn unreachable(error: &DbError) -> Line {
    let hint = match error {
        DbError::Sql(_) => {
            "is it a file that leadctl made? keep a copy of it, and start on another with --data-dir"
        }
        _ => "`leadctl config show database data_dir` tells where it is looked for",
    };
    Line::fail(error.to_string(), hint)
}

/// The line, and what SQLite's own check finds wrong.
async fn with_damage(db: &Db, line: Line) -> Vec<Line> {
    let hint = "stop everything, keep a copy of the data directory, and restore a backup";
    let mut lines = vec![line];
    match db.damage().await {
        Ok(found) => lines.extend(
            found.into_iter().map(|what| Line::fail(format!("the file is damaged: {what}"), hint)),
        ),
        Err(error) => lines.push(Line::fail(format!("it cannot be checked: {error}"), hint)),
    }
    lines
}
