//! `leadctl db`, through the real binary.

use leadctl::db::{Db, Dialect};

use crate::support::home::{Home, steady};

/// Notes a migration that this leadctl does not know.
fn from_the_future(home: &Home) {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let db = Db::open(&home.data()).await.unwrap();
        let Dialect::Sqlite(pool) = db.writer() else { panic!("one file") };
        sqlx::query(
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
             VALUES (9999, 'later', TRUE, x'00', 1)",
        )
        .execute(pool)
        .await
        .unwrap();
        db.close().await;
    });
}

#[test]
fn the_status_makes_and_migrates_nothing() {
    let home = Home::new();
    let status = home.json(&["db", "status"]);
    assert_eq!(status["exists"], false);
    assert_eq!(status["level"], 0);
    assert_eq!(status["size_bytes"], serde_json::Value::Null);
    assert!(home.out(&["db", "migrate", "--dry-run"]).contains("would apply 0001"));
    assert!(!home.data().exists());

    home.file("data/leadctl.db", "");
    let status = home.json(&["db", "status"]);
    assert_eq!((&status["exists"], &status["level"]), (&true.into(), &0.into()));
    assert!(status["rows"].as_object().unwrap().is_empty());
    assert_eq!(home.json(&["db", "status"])["level"], 0);
}

#[test]
fn a_migrated_database_is_told_in_full() {
    let home = Home::new();
    let first = home.json(&["db", "migrate"]);
    assert_eq!(first["skipped"], 0);
    let again = home.json(&["db", "migrate"]);
    assert_eq!((&again["acted"], &again["skipped"]), (&0.into(), &first["acted"]));
    home.out(&["campaigns", "add", "--name", "A", "--keyword", "x"]);
    let status = home.json(&["db", "status"]);
    assert_eq!(status["level"], status["newest"]);
    assert_eq!(status["mode"], "0600");
    assert_eq!(status["rows"]["campaigns"], 1);
    assert!(status["size_bytes"].as_u64().unwrap() > 4096);
    let mut settings = steady(&home);
    settings.add_filter(r"SQLite [\d.]+", "SQLite [version]");
    settings.add_filter(r"(?m)^(size|journal)( +).*$", "$1$2[size]");
    settings.add_filter(r"(?m)^(  queue_events +)\d+$", "$1[n]");
    settings.bind(|| insta::assert_snapshot!("db_status", home.out(&["db", "status"])));
}

#[test]
fn a_database_of_a_later_leadctl_is_refused_everywhere() {
    let home = Home::new();
    from_the_future(&home);
    for args in [&["db", "migrate"][..], &["db", "migrate", "--dry-run"], &["campaigns", "ls"]] {
        let ran = home.run(args);
        assert_eq!(ran.code, 7, "{args:?}: {}", ran.stderr);
        assert!(ran.stderr.contains("9999"), "{args:?}: {}", ran.stderr);
    }
    let status = home.run(&["db", "status"]);
    assert_eq!(status.code, 7);
    assert!(status.stdout.contains("knows only up to"), "{}", status.stdout);
    let doctor = home.run(&["doctor", "--offline"]);
    assert_eq!(doctor.code, 9);
    assert!(doctor.stdout.contains("9999"), "{}", doctor.stdout);
}

#[test]
fn what_cannot_be_opened_is_unreachable() {
    let home = Home::new();
    home.file("data/leadctl.db", &"no database ".repeat(200));
    for args in [["db", "status"], ["db", "migrate"]] {
        let ran = home.run(&args);
        assert_eq!(ran.code, 4, "{args:?}: {}", ran.stderr);
        assert!(ran.stderr.contains("not a database"), "{args:?}: {}", ran.stderr);
    }
}
