//! `leadctl leads import` as a whole process: posts a second from a dump through matching and the
//! rules, plain and compressed, and the same dump once more.

// A bench may fail loudly.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use leadctl::model::Timestamp;
use leadctl::sandbox::{SandboxOptions, dump_line, sample_campaign};
use support::{Target, figure, leadctl, timed};

const POSTS: u64 = 200_000;
const TARGET: f64 = 20_000.0;

fn main() {
    let dir = tempfile::tempdir().expect("a directory");
    let plain = dir.path().join("dump.ndjson");
    let packed = dir.path().join("dump.ndjson.zst");
    write_dump(&plain);
    let text = std::fs::read(&plain).expect("the dump");
    std::fs::write(&packed, zstd::encode_all(text.as_slice(), 3).expect("packed")).expect("kept");
    println!("import: {POSTS} invented posts, {} MB, one in six a lead", text.len() / 1_000_000);
    drop(text);

    let first = dir.path().join("first");
    run("import, NDJSON, end to end", &first, &plain);
    run("import, the same again: everything known", &first, &plain);
    run("import, zstd NDJSON, end to end", &dir.path().join("second"), &packed);
}

fn run(name: &str, home: &Path, dump: &Path) {
    add_campaign(home);
    let mut command = leadctl(home);
    command.args(["leads", "import", "--campaign", "sample", "-o", "json"]).arg(dump);
    let (output, took) = timed(&mut command);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a report");
    assert_eq!(report["read"], POSTS, "{report}");
    println!(
        "  judged {}, known {}, new leads {}, dropped {}",
        report["judged"], report["known"], report["new_leads"], report["dropped"]
    );
    figure(name, POSTS as f64 / took.as_secs_f64(), "posts/s", Target::AtLeast(TARGET));
}

fn write_dump(path: &Path) {
    let options = SandboxOptions {
        seed: 11,
        rate_per_minute: 0.0,
        backlog: u32::try_from(POSTS).expect("not many"),
        epoch: Timestamp::from_secs(1_780_000_000),
    };
    let mut file = BufWriter::new(File::create(path).expect("a file"));
    for n in 0..POSTS {
        writeln!(file, "{}", dump_line(&options, n)).expect("written");
    }
    file.flush().expect("written");
}

fn add_campaign(home: &Path) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let services = support::services(home).await;
        if services.store.campaign("sample").await.expect("read").is_none() {
            let draft =
                leadctl::model::CampaignDraft { name: "sample".to_owned(), ..sample_campaign() };
            let now = services.clock.now();
            services.store.create_campaign(draft, now).await.expect("added");
        }
        services.close().await;
    });
}
